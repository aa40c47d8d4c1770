/** Readiness. */
@NullMarked
package org.linli.portal.platform.health;

import org.jspecify.annotations.NullMarked;
