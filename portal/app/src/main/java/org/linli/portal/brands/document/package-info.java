/** Documents of brands as PDF. */
@NullMarked
package org.linli.portal.brands.document;

import org.jspecify.annotations.NullMarked;
