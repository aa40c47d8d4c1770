/** Set-based SQL over prefixes of paths. */
@NullMarked
package org.linli.portal.reports.persistence;

import org.jspecify.annotations.NullMarked;
