/** Amounts: whole hundredths inside, exact decimals outside, never floating point. */
@NullMarked
package org.linli.portal.platform.amount;

import org.jspecify.annotations.NullMarked;
