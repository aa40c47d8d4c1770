package org.linli.portal.shop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a stock. The stock is the sum of them, always.
 *
 * @param id identifier
 * @param delta pieces, negative when they left
 * @param reason why
 * @param at when
 * @param actorName who, null for the portal itself
 * @param note remark, may be empty
 */
public record StockMovement(
        long id,
        int delta,
        Reason reason,
        Instant at,
        @Nullable String actorName,
        String note) {
    /** Why a stock changes. */
    public enum Reason {
        DELIVERED,
        CORRECTED,
        RESERVED,
        RETURNED
    }
}
