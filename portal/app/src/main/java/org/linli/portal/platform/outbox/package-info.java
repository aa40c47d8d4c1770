/** Messages that leave a transaction: appended in it, relayed after commit, at least once. */
@NullMarked
package org.linli.portal.platform.outbox;

import org.jspecify.annotations.NullMarked;
