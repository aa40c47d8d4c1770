/** SQL of goods, stock and redemptions. */
@NullMarked
package org.linli.portal.shop.persistence;

import org.jspecify.annotations.NullMarked;
