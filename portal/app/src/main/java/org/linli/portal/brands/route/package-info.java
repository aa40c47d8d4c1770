/** Pages, cards and REST of brands: who may open what, and what becomes of the answer. */
@NullMarked
package org.linli.portal.brands.route;

import org.jspecify.annotations.NullMarked;
