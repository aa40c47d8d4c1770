package org.linli.portal.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as a row of a list.
 *
 * @param id the order
 * @param number what people read out
 * @param communityId its community
 * @param status where it stands
 * @param item what was ordered
 * @param unitName where, as the name of the unit
 * @param principalName who needs it; empty for those who may not know yet
 * @param volunteerName who accepted or served, null when nobody
 * @param wantedFrom earliest start
 * @param wantedTo latest end
 * @param placedAt when it was placed
 * @param statusSince when the present status was reached
 * @param dueAt when the portal will act by itself, null when never
 * @param escalated whether the parent unit has been told and nobody accepted since
 * @param openOffers volunteers and teams that have been asked and have not answered
 * @param version for OrderRef
 */
public record OrderSummary(
        long id,
        String number,
        long communityId,
        OrderStatus status,
        Item item,
        String unitName,
        String principalName,
        @Nullable String volunteerName,
        Instant wantedFrom,
        Instant wantedTo,
        Instant placedAt,
        Instant statusSince,
        @Nullable Instant dueAt,
        boolean escalated,
        int openOffers,
        long version) {
    /**
     * What was ordered.
     *
     * @param id the service item
     * @param name Chinese name
     * @param nameEn English name, may be empty
     * @param categoryCode its category
     * @param icon of the category
     * @param expectedMinutes at the time of the order
     * @param pointsRate hundredths of a point for an hour, at the time of the order
     */
    public record Item(
            long id,
            String name,
            String nameEn,
            String categoryCode,
            String icon,
            int expectedMinutes,
            long pointsRate) {}

    /** The same without the resident's name. */
    OrderSummary withoutName() {
        return withNames("", volunteerName);
    }

    OrderSummary withNames(String resident, @Nullable String volunteer) {
        return new OrderSummary(
                id,
                number,
                communityId,
                status,
                item,
                unitName,
                resident,
                volunteer,
                wantedFrom,
                wantedTo,
                placedAt,
                statusSince,
                dueAt,
                escalated,
                openOffers,
                version);
    }
}
