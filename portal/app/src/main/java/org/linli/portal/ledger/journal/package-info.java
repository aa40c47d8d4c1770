/**
 * 账册: chains what {@link org.linli.portal.ledger.Journal} noted, publishes each day's root, exports the chain and proves
 * it against the tables. The hashed form: {@code org.linli.journal}. Why it is so: ../RATIONALE.md.
 */
@NullMarked
package org.linli.portal.ledger.journal;

import org.jspecify.annotations.NullMarked;
