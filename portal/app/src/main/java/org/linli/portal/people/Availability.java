package org.linli.portal.people;

import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import org.linli.portal.platform.problem.Violations;

/**
 * Weekly hours in which a volunteer can serve, Asia/Shanghai.
 *
 * @param weekday 1 Monday to 7 Sunday
 * @param fromMinute minute of the day, 0 to 1439
 * @param toMinute exclusive, up to 1440
 */
public record Availability(int weekday, int fromMinute, int toMinute) {
    private static final int MAX_WINDOWS = 42;

    /** Whether the whole span lies within these hours. */
    public boolean covers(ZonedDateTime from, ZonedDateTime to) {
        int start = from.getHour() * 60 + from.getMinute();
        int end = to.toLocalDate().equals(from.toLocalDate()) ? to.getHour() * 60 + to.getMinute() : 24 * 60;
        return from.getDayOfWeek().getValue() == weekday && start >= fromMinute && end <= toMinute;
    }

    /** Checks that the windows are well formed and do not overlap. */
    static void check(List<Availability> windows, Violations violations) {
        boolean formed = windows.stream()
                .allMatch(w -> w.weekday >= 1
                        && w.weekday <= 7
                        && w.fromMinute >= 0
                        && w.fromMinute < w.toMinute
                        && w.toMinute <= 24 * 60);
        violations.check(formed && windows.size() <= MAX_WINDOWS, "availability", "people.bad-hours");
        List<Availability> sorted = windows.stream()
                .sorted(Comparator.comparingInt(Availability::weekday).thenComparingInt(Availability::fromMinute))
                .toList();
        boolean apart = true;
        for (int i = 1; i < sorted.size(); i++) {
            Availability before = sorted.get(i - 1);
            apart &= before.weekday != sorted.get(i).weekday || before.toMinute <= sorted.get(i).fromMinute;
        }
        violations.check(apart, "availability", "people.overlapping-hours");
    }
}
