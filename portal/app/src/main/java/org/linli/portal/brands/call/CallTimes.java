package org.linli.portal.brands.call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How many calls took how long, in fixed steps, so that minutes and nodes can be added up.
 *
 * @param counts for each of {@link #STEPS}, and at last for what took longer
 */
public record CallTimes(List<Long> counts) {
    /** Upper ends of the steps, in milliseconds. */
    public static final List<Integer> STEPS = List.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000);

    /** Where they stand in the table. */
    static final List<String> COLUMNS = columns();

    private static final int MICROS = 1000;

    public CallTimes {
        counts = List.copyOf(counts);
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>();
        STEPS.forEach(step -> columns.add("ms_" + step));
        columns.add("ms_more");
        return List.copyOf(columns);
    }

    /** Of one call. */
    static CallTimes of(long micros) {
        int step = 0;
        while (step < STEPS.size() && micros > (long) STEPS.get(step) * MICROS) {
            step++;
        }
        List<Long> counts = new ArrayList<>(Collections.nCopies(STEPS.size() + 1, 0L));
        counts.set(step, 1L);
        return new CallTimes(counts);
    }

    CallTimes plus(CallTimes other) {
        List<Long> sums = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            sums.add(counts.get(i) + other.counts.get(i));
        }
        return new CallTimes(sums);
    }

    /**
     * That many of a hundred calls took no longer.
     *
     * @param slowest microseconds of the slowest of them
     * @return microseconds, the upper end of the step; no more than the slowest
     */
    public long percentile(int percent, long slowest) {
        long all = counts.stream().mapToLong(Long::longValue).sum();
        long rank = (all * percent + 99) / 100;
        long seen = 0;
        for (int i = 0; i < STEPS.size(); i++) {
            seen += counts.get(i);
            if (seen >= rank) {
                return Math.min((long) STEPS.get(i) * MICROS, slowest);
            }
        }
        return slowest;
    }
}
