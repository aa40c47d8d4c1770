/** Who did what to what. */
@NullMarked
package org.linli.portal.platform.audit;

import org.jspecify.annotations.NullMarked;
