/** Pages of the journal: the public one, and that of auditors. */
@NullMarked
package org.linli.portal.ledger.journal.web;

import org.jspecify.annotations.NullMarked;
