/** Statistics as a page. */
@NullMarked
package org.linli.portal.reports.web;

import org.jspecify.annotations.NullMarked;
