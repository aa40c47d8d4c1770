/** Statistics over REST and as CSV. */
@NullMarked
package org.linli.portal.reports.rest;

import org.jspecify.annotations.NullMarked;
