package org.linli.portal.demo;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Rows of the ledger and of the shop. */
final class PointsRows {
    private PointsRows() {}

    record PointsAccountRow(long id, long communityId, String kind, long ownerId, Instant openedAt) implements Row {}

    record MemberBalanceRow(long accountId, long balance) implements Row {}

    record PointsTransactionRow(
            long id,
            long communityId,
            String reason,
            long sourceId,
            Instant postedAt,
            @Nullable Long postedBy,
            @Nullable String receipt)
            implements Row {}

    record ServicePointsRow(
            long recordId, long communityId, long personId, LocalDate servedOn, int edition, long amount)
            implements Row {}

    record PointsRuleRow(
            long id,
            long communityId,
            int edition,
            LocalDate validFrom,
            String content,
            String note,
            long madeBy,
            Instant madeAt)
            implements Row {}

    record LedgerEntryRow(long transactionId, int line, long accountId, long amount) implements Row {}

    record PointsHoldRow(
            long id,
            long accountId,
            long amount,
            String status,
            Instant openedAt,
            @Nullable Instant settledAt) implements Row {}

    record RewardItemRow(
            long id,
            long communityId,
            String name,
            String nameEn,
            String description,
            String icon,
            long price,
            int stock,
            Instant createdAt)
            implements Row {}

    record RedemptionRow(
            long id,
            long communityId,
            long itemId,
            long personId,
            int quantity,
            long total,
            String status,
            String pickupCode,
            @Nullable String liveCode,
            long holdId,
            Instant reservedAt,
            Instant expiresAt,
            @Nullable Instant settledAt,
            @Nullable Long settledBy,
            String note)
            implements Row {}

    record StockMovementRow(
            long id,
            long itemId,
            int delta,
            String reason,
            @Nullable Long sourceId,
            Instant at,
            @Nullable Long actorId,
            String note)
            implements Row {}

    record HeldPostingRow(
            long id,
            long communityId,
            long personId,
            String source,
            long sourceId,
            long amount,
            String title,
            String receipt,
            String findings,
            @Nullable Long involvedId,
            String status,
            Instant heldAt)
            implements Row {}
}
