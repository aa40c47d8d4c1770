/** Pages of brands, drawn by the core, and the pages where brands are looked after. */
@NullMarked
package org.linli.portal.brands.web;

import org.jspecify.annotations.NullMarked;
