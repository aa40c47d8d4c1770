package org.linli.portal.points.gift;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.problem.Violations;

/**
 * Somebody to be put on the list of persons in need.
 *
 * @param personId who
 * @param from first day
 * @param to last day, at most a year later
 * @param reason why, at most 300 characters
 * @param consent how the person agreed, at most 200 characters
 */
public record NeedCommand(
        @Nullable Long personId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String reason,
        @Nullable String consent) {
    private static final int MAX_REASON = 300;
    private static final int MAX_CONSENT = 200;

    void check() {
        new Violations()
                .required(personId, "personId")
                .required(from, "from")
                .required(to, "to")
                .check(from == null || to == null || !to.isBefore(from), "to", "points.ends-before-it-begins")
                .check(from == null || to == null || !to.isAfter(from.plusYears(1)), "to", "points.at-most-a-year")
                .requiredText(reason, "reason", MAX_REASON)
                .requiredText(consent, "consent", MAX_CONSENT)
                .throwIfAny();
    }
}
