package org.linli.portal.orders;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order as its parties see it. What somebody may not know is null or empty: the address and the resident's name for
 * those who were only asked, the check-in code for all but the resident and whoever placed the order.
 *
 * @param order the row
 * @param parties what the caller is to the order
 * @param actions what the caller may do now
 * @param description the need in the resident's words
 * @param address where exactly
 * @param placerName who placed it, null when the resident did
 * @param consentNote how the resident agreed
 * @param affair of the triage
 * @param severity of the triage
 * @param checkInCode six digits: from acceptance one to begin with, from check-in on another to end with
 * @param needsCode whether whoever serves enters the resident's code
 * @param claimLimit longest time that a volunteer may claim, in minutes
 * @param offers all of them for the dispatcher, one's own for a volunteer
 * @param service who serves and what came of it, null before acceptance
 * @param photos newest last
 */
public record OrderDetail(
        OrderSummary order,
        Set<Party> parties,
        Set<OrderAction> actions,
        String description,
        @Nullable String address,
        @Nullable String placerName,
        @Nullable String consentNote,
        @Nullable Affair affair,
        @Nullable Severity severity,
        @Nullable String checkInCode,
        boolean needsCode,
        int claimLimit,
        List<OfferView> offers,
        @Nullable ServiceView service,
        List<Photo> photos) {
    public OrderDetail {
        parties = Set.copyOf(parties);
        actions = Set.copyOf(actions);
        offers = List.copyOf(offers);
        photos = List.copyOf(photos);
    }

    /**
     * A picture.
     *
     * @param id for {@link OrderQueries#photo}
     * @param at when it was uploaded
     */
    public record Photo(long id, Instant at) {}

    /** Whether the caller may do that now; for pages, by the action's name. */
    public boolean may(String action) {
        return actions.contains(OrderAction.valueOf(action));
    }

    /** Whether the caller is that to the order; for pages, by the party's name. */
    public boolean isParty(String party) {
        return parties.contains(Party.valueOf(party));
    }

    /** The open offer to the caller that can be declined, null when there is none. */
    public @Nullable OfferView openOffer() {
        return offers.stream()
                .filter(offer -> offer.status() == OfferStatus.OFFERED)
                .findFirst()
                .orElse(null);
    }
}
