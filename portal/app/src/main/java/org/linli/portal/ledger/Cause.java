package org.linli.portal.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Who had points moved, and why.
 *
 * @param by the person, null when the portal did it by itself
 * @param receipt explains the amount, null when the reason says all
 */
public record Cause(@Nullable Long by, @Nullable Receipt receipt) {
    /** The portal itself, without a receipt. */
    public static final Cause PORTAL = new Cause(null, null);
}
