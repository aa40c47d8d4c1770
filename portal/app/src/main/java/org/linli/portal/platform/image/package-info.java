/** Pictures that people send: drawn anew before they are kept. */
@NullMarked
package org.linli.portal.platform.image;

import org.jspecify.annotations.NullMarked;
