package org.linli.portal.brands.call;

import java.time.Duration;
import java.util.Locale;

/** Where a plugin is asked, and how long it may take. */
public enum Point {
    RANK(Duration.ofMillis(200)),
    AWARD(Duration.ofMillis(200)),
    VALIDATE(Duration.ofMillis(500)),
    SETTINGS(Duration.ofMillis(500)),
    COMPLETE(Duration.ofSeconds(2)),
    ROUTE(Duration.ofSeconds(3)),
    /** The numbers of a brand on the home page, which nobody asked for: they must not hold it up. */
    CARD(Duration.ofMillis(800)),
    AUTOMATION(Duration.ofSeconds(30)),
    /** Switching on and off, demonstration data. */
    LIFE(Duration.ofSeconds(30));

    private final Duration budget;

    Point(Duration budget) {
        this.budget = budget;
    }

    public Duration budget() {
        return budget;
    }

    /** As it stands in logs and tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
