/** 爱心积分超市: goods, redemptions, the counter. */
@NullMarked
package org.linli.portal.shop;

import org.jspecify.annotations.NullMarked;
