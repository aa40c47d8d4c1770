package org.linli.plugin.testkit;

import java.time.ZonedDateTime;

/** A cron expression of five fields: minute, hour, day, month, weekday (0 and 7 are Sunday). */
final class Cron {
    private static final int[][] RANGES = {{0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 7}};
    private final boolean[][] wanted = new boolean[5][60];

    Cron(String expression) {
        String[] fields = expression.strip().split("\\s+", -1);
        if (fields.length != 5) {
            throw new IllegalArgumentException("cron has five fields: " + expression);
        }
        for (int i = 0; i < 5; i++) {
            for (String part : fields[i].split(",", -1)) {
                mark(i, part);
            }
        }
    }

    private void mark(int field, String part) {
        String[] stepped = part.split("/", -1);
        int step = stepped.length > 1 ? Integer.parseInt(stepped[1]) : 1;
        int from = RANGES[field][0];
        int to = RANGES[field][1];
        if (!stepped[0].equals("*")) {
            String[] bounds = stepped[0].split("-", -1);
            from = Integer.parseInt(bounds[0]);
            to = bounds.length > 1 ? Integer.parseInt(bounds[1]) : from;
        }
        if (from < RANGES[field][0] || to > RANGES[field][1] || step < 1) {
            throw new IllegalArgumentException("out of range: " + part);
        }
        for (int i = from; i <= to; i += step) {
            wanted[field][i] = true;
        }
    }

    boolean matches(ZonedDateTime at) {
        int weekday = at.getDayOfWeek().getValue();
        return wanted[0][at.getMinute()]
                && wanted[1][at.getHour()]
                && wanted[2][at.getDayOfMonth()]
                && wanted[3][at.getMonthValue()]
                && (wanted[4][weekday] || (weekday == 7 && wanted[4][0]));
    }
}
