/** What the portal tells people: sent by features, delivered through the outbox, read on a page. */
@NullMarked
package org.linli.portal.notices;

import org.jspecify.annotations.NullMarked;
