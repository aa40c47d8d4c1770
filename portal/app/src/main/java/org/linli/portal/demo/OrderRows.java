package org.linli.portal.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rows of the catalogue and of the orders. */
final class OrderRows {
    private OrderRows() {}

    record ServiceCategoryRow(String code, String nameZh, String nameEn, String icon, int position) implements Row {}

    record ServiceItemRow(
            long id,
            long communityId,
            String categoryCode,
            String name,
            String nameEn,
            String description,
            int expectedMinutes,
            long pointsRate,
            String riskNote,
            Instant createdAt)
            implements Row {}

    record ServiceItemSkillRow(long itemId, String skillCode) implements Row {}

    record CommunityFlowRow(long communityId, long flowPackId) implements Row {}

    record ServiceOrderRow(
            long id,
            String number,
            long communityId,
            long unitId,
            long itemId,
            long flowPackId,
            long principalId,
            long placerId,
            @Nullable String consentNote,
            String status,
            String description,
            String address,
            Instant wantedFrom,
            Instant wantedTo,
            int expectedMinutes,
            long pointsRate,
            @Nullable String checkInCode,
            Instant placedAt,
            Instant statusSince,
            @Nullable Instant dueAt,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            @Nullable Instant escalatedAt)
            implements Row {}

    record DispatchRow(
            long id,
            long orderId,
            @Nullable Long volunteerId,
            @Nullable Long teamId,
            String status,
            String reasons,
            long offeredBy,
            Instant offeredAt,
            Instant expiresAt,
            @Nullable Instant answeredAt,
            @Nullable String answerNote)
            implements Row {}

    record AssignmentRow(
            long id,
            long orderId,
            @Nullable Long liveOrderId,
            long dispatchId,
            long volunteerId,
            Instant acceptedAt,
            @Nullable Instant endedAt,
            @Nullable String endReason,
            @Nullable String journal,
            @Nullable Integer claimedMinutes)
            implements Row {}

    record OrderEventRow(
            long id,
            long orderId,
            Instant at,
            @Nullable Long actorId,
            String action,
            @Nullable String fromStatus,
            String toStatus,
            String note)
            implements Row {}

    record ServiceRecordRow(
            long id,
            long orderId,
            long communityId,
            long volunteerId,
            long residentId,
            long itemId,
            Instant startedAt,
            Instant endedAt,
            int minutes,
            String evidence,
            Instant recordedAt)
            implements Row {}

    record ReviewRow(
            long orderId,
            @Nullable Long reviewerId,
            @Nullable Integer rating,
            String comment,
            int confirmedMinutes,
            Instant reviewedAt)
            implements Row {}
}
