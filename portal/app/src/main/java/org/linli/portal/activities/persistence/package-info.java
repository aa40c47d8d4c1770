/** Rows of activities. */
@NullMarked
package org.linli.portal.activities.persistence;

import org.jspecify.annotations.NullMarked;
