/** Rows of the time record and of what is asked of it. */
@NullMarked
package org.linli.portal.hours.persistence;

import org.jspecify.annotations.NullMarked;
