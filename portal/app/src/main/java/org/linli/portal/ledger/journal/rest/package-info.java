/** REST of the journal: what is published without a sign-in, exports and proofs for auditors. */
@NullMarked
package org.linli.portal.ledger.journal.rest;

import org.jspecify.annotations.NullMarked;
