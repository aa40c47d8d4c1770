package org.linli.portal.demo;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Rows of rules for points, gifts and nominations. */
final class GiftRows {
    private GiftRows() {}

    record PointsPolicyRow(
            long communityId,
            String expiry,
            int months,
            int noticeDays,
            boolean donations,
            boolean pool,
            long aloneUpTo,
            int panelSize,
            int announceDays,
            Instant changedAt,
            long changedBy,
            long version)
            implements Row {}

    record PersonInNeedRow(
            long id,
            long communityId,
            long personId,
            LocalDate validFrom,
            LocalDate validTo,
            String reason,
            String consent,
            long enteredBy,
            Instant enteredAt,
            long livePerson)
            implements Row {}

    record NominationRow(
            long id,
            long communityId,
            String kind,
            long nomineeId,
            long nominatedBy,
            Instant nominatedAt,
            String story,
            String status,
            @Nullable Long secondedBy,
            @Nullable Instant secondedAt,
            int needed,
            int approvals,
            @Nullable LocalDate announcedFrom,
            @Nullable LocalDate announcedUntil,
            @Nullable Long bonus)
            implements Row {}

    record NominationVoteRow(long nominationId, long voterId, boolean approve, String note, Instant votedAt)
            implements Row {}
}
