package org.linli.portal.orders.web;

import java.time.LocalTime;

/** Parts of a day as people say them; EXACT is a time of one's own choice. */
public enum PartOfDay {
    MORNING(8, 12),
    AFTERNOON(13, 18),
    EVENING(18, 21),
    ALL_DAY(8, 20),
    EXACT(0, 0);

    private final LocalTime from;
    private final LocalTime to;

    PartOfDay(int fromHour, int toHour) {
        this.from = LocalTime.of(fromHour, 0);
        this.to = LocalTime.of(toHour, 0);
    }

    public LocalTime from() {
        return from;
    }

    public LocalTime to() {
        return to;
    }
}
