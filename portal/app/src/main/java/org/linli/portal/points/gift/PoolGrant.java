package org.linli.portal.points.gift;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Points of the pool for a person in need.
 *
 * @param id identifier; the source of its posting
 * @param personId for whom
 * @param amount hundredths of a point
 * @param reason read by the person too
 * @param status what became of it
 * @param askedBy the administrator who began it
 * @param decidedBy who granted or refused it, null while it waits
 */
public record PoolGrant(
        long id,
        long communityId,
        long personId,
        long amount,
        String reason,
        Status status,
        long askedBy,
        Instant askedAt,
        @Nullable Long decidedBy,
        @Nullable Instant decidedAt) {
    /** What became of it. */
    public enum Status {
        /** Waits for a second administrator. */
        ASKED,
        PAID,
        REFUSED
    }
}
