/** The one clock. */
@NullMarked
package org.linli.portal.platform.time;

import org.jspecify.annotations.NullMarked;
