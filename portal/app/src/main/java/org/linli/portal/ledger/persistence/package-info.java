/** The SQL of the ledger: rows of entries and transactions are only ever inserted. */
@NullMarked
package org.linli.portal.ledger.persistence;

import org.jspecify.annotations.NullMarked;
