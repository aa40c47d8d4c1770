/** Goods, redemptions and the counter over REST. */
@NullMarked
package org.linli.portal.shop.rest;

import org.jspecify.annotations.NullMarked;
