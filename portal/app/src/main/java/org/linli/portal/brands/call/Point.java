package org.linli.portal.brands.call;

import java.time.Duration;
import java.util.Locale;

/**
 * Where a plugin is asked, and what a call may use there. What counts is the processor's time: a busy machine makes no plugin
 * slower by it. The clock stands behind that, for what sleeps or waits.
 */
public enum Point {
    RANK(200, 1_000, 32),
    AWARD(200, 1_000, 32),
    VALIDATE(500, 2_000, 32),
    SETTINGS(500, 2_000, 32),
    COMPLETE(1_000, 3_000, 64),
    ROUTE(1_000, 3_000, 64),
    /** The numbers of a brand on the home page, which nobody asked for: they must not hold it up. */
    CARD(300, 800, 32),
    AUTOMATION(5_000, 30_000, 256),
    /** Switching on and off, demonstration data. */
    LIFE(10_000, 30_000, 512);

    private final Duration processor;
    private final Duration clock;
    private final int mebibytes;

    Point(int processorMillis, int clockMillis, int mebibytes) {
        this.processor = Duration.ofMillis(processorMillis);
        this.clock = Duration.ofMillis(clockMillis);
        this.mebibytes = mebibytes;
    }

    /** Of the processor, by the plugin itself. */
    public Duration processor() {
        return processor;
    }

    /** By the clock, with all that the plugin waits for. */
    public Duration clock() {
        return clock;
    }

    /** Memory that a call may ask for unless it is set otherwise, in MiB; what it drops again counts too. */
    public int mebibytes() {
        return mebibytes;
    }

    /** As it stands in logs and tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
