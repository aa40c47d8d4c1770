package org.linli.portal.points.gift;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Points that a member gave away.
 *
 * @param id identifier; the source of its postings
 * @param donorId who gave
 * @param recipientId who was given, null for the pool
 * @param amount hundredths of a point
 * @param named whether the recipient learns who gave
 * @param message to the recipient, may be empty
 * @param transactionId the donor's posting
 * @param at when
 */
public record Donation(
        long id,
        long communityId,
        long donorId,
        @Nullable Long recipientId,
        long amount,
        boolean named,
        String message,
        long transactionId,
        Instant at) {}
