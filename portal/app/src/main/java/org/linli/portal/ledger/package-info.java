/** 积分账: double entry with holds and reversals; knows neither orders nor shop. Why it is so: RATIONALE.md. */
@NullMarked
package org.linli.portal.ledger;

import org.jspecify.annotations.NullMarked;
