/** Photos that people put into the forms of brands. */
@NullMarked
package org.linli.portal.brands.upload;

import org.jspecify.annotations.NullMarked;
