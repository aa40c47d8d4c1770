package org.linli.portal.points.gift;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.problem.Violations;

/**
 * A member gives points away.
 *
 * @param donationId identifies this gift; the same again gives nothing more
 * @param recipientId a person in need, null for the pool
 * @param points how many, more than none
 * @param named whether the recipient learns the donor's name
 * @param message to the recipient, at most 100 characters
 */
public record DonateCommand(
        long donationId,
        @Nullable Long recipientId,
        @Nullable Points points,
        boolean named,
        @Nullable String message) {
    /** Code points of a message. */
    public static final int MAX_MESSAGE = 100;

    void check() {
        new Violations()
                .required(points, "points")
                .check(points == null || points.compareTo(Points.ZERO) > 0, "points", "points.more-than-none")
                .text(message, "message", MAX_MESSAGE)
                .throwIfAny();
    }

    long amount() {
        return Objects.requireNonNull(points).hundredths();
    }

    String words() {
        return message == null ? "" : message.strip();
    }
}
