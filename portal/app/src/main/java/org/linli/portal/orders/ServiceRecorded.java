package org.linli.portal.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A service has entered the legal time record and counts. Fired synchronously in the transaction of the review, of the
 * correction or of the end of the announcement: points are posted in it or nothing is.
 *
 * @param recordId id of the service record; points are earned once for it
 * @param orderId the order, null for a back-entry
 * @param replacesId the reversed record that this one replaces, null for a first record
 * @param communityId its community
 * @param volunteerId who served
 * @param residentId who was served, null for a back-entry
 * @param reviewerId who confirmed it: the resident or a proxy, for a back-entry the second person; null by default
 * @param itemId the service item
 * @param itemName its name at this time
 * @param itemNameEn its English name, may be empty
 * @param startedAt when the service began
 * @param endedAt when it ended, after it began
 * @param minutes confirmed whole minutes, travel excluded
 * @param plannedMinutes how long it was expected to take, 0 when nobody said
 * @param pointsRate hundredths of a point for an hour, of the time of the order
 * @param evidence a letter from A, the best, to E, a back-entry by staff; see the enum Evidence
 * @param at when it was recorded
 */
public record ServiceRecorded(
        long recordId,
        @Nullable Long orderId,
        @Nullable Long replacesId,
        long communityId,
        long volunteerId,
        @Nullable Long residentId,
        @Nullable Long reviewerId,
        long itemId,
        String itemName,
        String itemNameEn,
        Instant startedAt,
        Instant endedAt,
        int minutes,
        int plannedMinutes,
        long pointsRate,
        String evidence,
        Instant at) {}
