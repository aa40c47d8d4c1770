/** REST of brands and of what belongs to them. */
@NullMarked
package org.linli.portal.brands.rest;

import org.jspecify.annotations.NullMarked;
