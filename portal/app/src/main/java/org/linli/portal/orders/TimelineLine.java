package org.linli.portal.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order's timeline.
 *
 * @param id of the line
 * @param at when
 * @param actorId who, null for the portal itself
 * @param actorName their name, null for the portal itself and for whom it is none of the reader's business
 * @param action what
 * @param from status before, null when placed
 * @param to status after
 * @param note why, empty when nothing was said
 */
public record TimelineLine(
        long id,
        Instant at,
        @Nullable Long actorId,
        @Nullable String actorName,
        OrderAction action,
        @Nullable OrderStatus from,
        OrderStatus to,
        String note) {}
