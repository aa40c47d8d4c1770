package org.linli.portal.points;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Points of a reversed service record that were spent before they could be taken back.
 *
 * @param recordId the record that counts no more
 * @param personId who has them
 * @param name of that person
 * @param transactionId the payment; reversing it settles the shortfall
 * @param amount hundredths of a point
 * @param available what the person could give back now, hundredths of a point
 * @param foundAt when the record was reversed
 * @param settledAt when the payment was reversed after all, null while it was not
 */
public record Shortfall(
        long recordId,
        long personId,
        String name,
        long transactionId,
        long amount,
        long available,
        Instant foundAt,
        @Nullable Instant settledAt) {
    /** Whether the person has enough now. */
    public boolean isCovered() {
        return settledAt == null && available >= amount;
    }
}
