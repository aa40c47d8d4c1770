package org.linli.portal.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rows of activities. */
final class ActivityRows {
    private ActivityRows() {}

    record ActivitySeriesRow(
            long id,
            long communityId,
            String kind,
            String title,
            long unitId,
            String place,
            Instant startsAt,
            Instant endsAt,
            int recurEvery,
            String recurUnit,
            @Nullable Integer capacity,
            String data,
            Instant plannedUntil,
            Instant createdAt)
            implements Row {}

    record ActivityRow(
            long id,
            long seriesId,
            long communityId,
            String kind,
            String title,
            long unitId,
            String place,
            Instant startsAt,
            Instant endsAt,
            @Nullable Integer capacity,
            String status,
            int signedUp,
            int waiting,
            int heads,
            String journal,
            String data,
            Instant createdAt,
            @Nullable Instant settledAt)
            implements Row {}

    record ActivityPersonRow(long activityId, long personId, String state, int minutes, Instant at) implements Row {}
}
