package org.linli.portal.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rows of hours beside the records that orders make. */
final class HoursRows {
    private HoursRows() {}

    record ServiceCorrectionRow(
            long id,
            long communityId,
            long recordId,
            @Nullable Long liveRecordId,
            long askedBy,
            int minutes,
            String reason,
            Instant askedAt,
            String status)
            implements Row {}

    record ServiceBackEntryRow(
            long id,
            long communityId,
            long volunteerId,
            @Nullable Long liveVolunteer,
            long itemId,
            Instant startedAt,
            Instant endedAt,
            int minutes,
            String reason,
            long enteredBy,
            Instant enteredAt,
            String status,
            @Nullable Long approvedBy,
            @Nullable Instant approvedAt,
            @Nullable Instant announcedUntil)
            implements Row {}
}
