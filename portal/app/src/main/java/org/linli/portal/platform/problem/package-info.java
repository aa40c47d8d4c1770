/** Errors as codes: one exception, RFC 9457 problems for REST, the same texts for pages. */
@NullMarked
package org.linli.portal.platform.problem;

import org.jspecify.annotations.NullMarked;
