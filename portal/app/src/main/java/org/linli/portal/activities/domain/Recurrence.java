package org.linli.portal.activities.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.time.Clocks;

/**
 * How dates repeat, by the clock on the wall in Asia/Shanghai: 19:00 stays 19:00.
 *
 * @param every days, weeks or months between dates
 * @param weekdays 1 (Monday) to 7, for weeks; empty for the weekday of the first date
 * @param until last instant at which a date may begin, null for no end
 */
public record Recurrence(
        int every,
        Unit unit,
        List<Integer> weekdays,
        @Nullable Instant until) {
    private static final int MOST = 99;

    public Recurrence {
        weekdays = weekdays.stream().distinct().sorted().toList();
    }

    /** What is counted between dates. */
    public enum Unit {
        DAY(ChronoUnit.DAYS),
        WEEK(ChronoUnit.WEEKS),
        /** On the day of the month of the first date, on the last day of months that lack it. */
        MONTH(ChronoUnit.MONTHS);

        private final ChronoUnit step;

        Unit(ChronoUnit step) {
            this.step = step;
        }
    }

    /** Adds what is wrong with it. */
    public Violations check(Violations violations, Instant first) {
        return violations
                .range(every, "every", 1, MOST)
                .check(
                        weekdays.stream().allMatch(day -> day >= 1 && day <= 7)
                                && (unit == Unit.WEEK || weekdays.isEmpty()),
                        "weekdays",
                        "activities.bad-weekdays")
                .check(until == null || !until.isBefore(first), "until", "activities.until-before-start");
    }

    /**
     * Beginnings in order of time.
     *
     * @param first begin of the first date; a week's other days before it do not count
     * @param from the earliest that is wanted
     * @param before the end of what is wanted, exclusive
     */
    public List<Instant> dates(Instant first, Instant from, Instant before) {
        ZonedDateTime start = first.atZone(Clocks.ZONE);
        ZonedDateTime base = unit == Unit.WEEK ? start.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : start;
        List<Integer> days = weekdays.isEmpty() ? List.of(start.getDayOfWeek().getValue()) : weekdays;
        List<Instant> found = new ArrayList<>();
        long step = Math.max(0, unit.step.between(base, from.atZone(Clocks.ZONE)) / every - 1);
        while (true) {
            ZonedDateTime turn = base.plus(step * every, unit.step);
            for (Instant date : unit == Unit.WEEK ? ofWeek(turn, days) : List.of(turn.toInstant())) {
                if (!date.isBefore(before) || (until != null && date.isAfter(until))) {
                    return found;
                }
                if (!date.isBefore(first) && !date.isBefore(from)) {
                    found.add(date);
                }
            }
            step++;
        }
    }

    private static List<Instant> ofWeek(ZonedDateTime monday, List<Integer> days) {
        return days.stream().map(day -> monday.plusDays(day - 1L).toInstant()).toList();
    }
}
