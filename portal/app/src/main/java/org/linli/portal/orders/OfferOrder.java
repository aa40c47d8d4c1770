package org.linli.portal.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 派单: asks volunteers, or one team; the first to accept has the order.
 *
 * @param order which
 * @param volunteerIds up to ten volunteers of the community; empty when a team is asked
 * @param teamId the team; null when volunteers are asked
 * @param note a word to the timeline, at most 500 characters
 */
public record OfferOrder(
        OrderRef order,
        List<Long> volunteerIds,
        @Nullable Long teamId,
        @Nullable String note) {
    public OfferOrder {
        volunteerIds = List.copyOf(volunteerIds);
    }
}
