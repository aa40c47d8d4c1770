package org.linli.portal.orders;

import java.time.Instant;

/**
 * A service has entered the legal time record. Fired synchronously in the transaction of the review: points are posted
 * in it or nothing is.
 *
 * @param recordId id of the service record; points are earned once for it
 * @param orderId the order
 * @param communityId its community
 * @param volunteerId who served
 * @param residentId who was served
 * @param itemName name of the service item at this time
 * @param itemNameEn its English name, may be empty
 * @param minutes confirmed whole minutes, travel excluded
 * @param pointsRate hundredths of a point for an hour, of the time of the order
 * @param evidence B: code and confirmation, C: confirmation only, D: by proxy or by default
 * @param at when it was recorded
 */
public record ServiceRecorded(
        long recordId,
        long orderId,
        long communityId,
        long volunteerId,
        long residentId,
        String itemName,
        String itemNameEn,
        int minutes,
        long pointsRate,
        String evidence,
        Instant at) {}
