/** A request sent twice acts once and answers the same. */
@NullMarked
package org.linli.portal.platform.idempotency;

import org.jspecify.annotations.NullMarked;
