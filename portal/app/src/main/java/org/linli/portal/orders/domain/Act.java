package org.linli.portal.orders.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who does something to an order, when and why.
 *
 * @param actorId null for the portal itself
 * @param at now
 * @param note what they said, empty when nothing
 */
public record Act(@Nullable Long actorId, Instant at, String note) {
    /** Done by the portal itself. */
    public static Act ofPortal(Instant at) {
        return new Act(null, at, "");
    }
}
