package org.linli.portal.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something was done to an order; fired synchronously in the transaction, once for each line of the timeline.
 *
 * @param orderId the order
 * @param communityId its community
 * @param brandId whose order it is, null for the core's own
 * @param action what was done
 * @param from status before, null when placed
 * @param to status after; the same as before when the action moves nothing
 * @param actorId who did it, null for the portal itself
 * @param note why, empty when nothing was said
 * @param at when
 */
public record OrderMoved(
        long orderId,
        long communityId,
        @Nullable String brandId,
        OrderAction action,
        @Nullable OrderStatus from,
        OrderStatus to,
        @Nullable Long actorId,
        String note,
        Instant at) {}
