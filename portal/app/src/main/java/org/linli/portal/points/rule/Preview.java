package org.linli.portal.points.rule;

import java.time.LocalDate;
import java.util.List;
import org.linli.portal.points.rule.RuleArithmetic.Limit;

/**
 * What a draft would have given for the services of a time that is past. Amounts are hundredths of a point.
 *
 * @param from the first day, the first of a month
 * @param to the last day, today
 * @param edition in force today, with which the draft is compared
 * @param totals of all
 * @param winners who would have earned most more, at most ten
 * @param losers who would have earned most less, at most ten
 * @param people by what they would have earned, at most 500
 * @param nothing services that earn something now and would earn nothing, the first fifty
 */
public record Preview(
        LocalDate from,
        LocalDate to,
        int edition,
        Totals totals,
        List<Person> winners,
        List<Person> losers,
        List<Person> people,
        List<Service> nothing) {
    public Preview {
        winners = List.copyOf(winners);
        losers = List.copyOf(losers);
        people = List.copyOf(people);
        nothing = List.copyOf(nothing);
    }

    /**
     * Sums.
     *
     * @param records services that count
     * @param people who served
     * @param paid what was really paid for them, by the rules of that time
     * @param current what the edition in force would have given
     * @param draft what the draft would have given
     * @param nothingNow services that earn nothing by the edition in force
     * @param nothingThen services that would earn nothing by the draft
     */
    public record Totals(
            long records, long people, long paid, long current, long draft, long nothingNow, long nothingThen) {}

    /** What one person would have earned. */
    public record Person(long id, String name, long services, long current, long draft) {
        /** More by the draft, or less. */
        public long change() {
            return draft - current;
        }
    }

    /**
     * A service that would earn nothing any more.
     *
     * @param limit TOO_SHORT or a cap; NONE when a rate or weight is zero
     */
    public record Service(
            long recordId,
            String personName,
            LocalDate servedOn,
            String itemName,
            String itemNameEn,
            int minutes,
            long current,
            Limit limit) {}
}
