package org.linli.portal.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order in the hands of a volunteer: asked, accepted or served.
 *
 * @param order the row; without the resident's name while only asked
 * @param dispatchId the offer
 * @param teamName the team that was asked, null when asked personally
 * @param expiresAt until when the answer is awaited
 * @param acceptedAt null while only asked
 * @param minutes confirmed, null before the review
 */
public record TaskView(
        OrderSummary order,
        long dispatchId,
        @Nullable String teamName,
        Instant expiresAt,
        @Nullable Instant acceptedAt,
        @Nullable Integer minutes) {}
