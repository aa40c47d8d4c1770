/** Shop, redemptions and counter as pages. */
@NullMarked
package org.linli.portal.shop.web;

import org.jspecify.annotations.NullMarked;
