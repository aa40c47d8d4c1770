package org.linli.portal.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 接单 and what came of it: the assignment that lives or was done, review, record and assessment.
 *
 * @param volunteerId who serves
 * @param volunteerName shown name
 * @param volunteerNumber the public number
 * @param acceptedAt when accepted
 * @param startedAt when checked in
 * @param completedAt when done
 * @param journal what the volunteer wrote
 * @param claimedMinutes what the volunteer claimed
 * @param review what the resident said, null before
 * @param record the entry of the time record, null before
 * @param score of the assessment, null without
 */
public record ServiceView(
        long volunteerId,
        String volunteerName,
        String volunteerNumber,
        Instant acceptedAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable String journal,
        @Nullable Integer claimedMinutes,
        @Nullable Rated review,
        @Nullable Recorded record,
        @Nullable Integer score) {
    /**
     * 评单.
     *
     * @param rating 1 to 5, null when confirmed by default
     * @param comment may be empty
     * @param minutes confirmed
     * @param at when
     */
    public record Rated(@Nullable Integer rating, String comment, int minutes, Instant at) {}

    /**
     * 服务记录.
     *
     * @param id of the record
     * @param minutes that count
     * @param evidence B, C or D
     */
    public record Recorded(long id, int minutes, String evidence) {}
}
