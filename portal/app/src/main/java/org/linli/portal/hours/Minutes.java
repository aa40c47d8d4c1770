package org.linli.portal.hours;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whole minutes of service. */
final class Minutes {
    /** Nobody serves longer at a stretch. */
    static final int LONGEST = 720;

    private static final int SECONDS = 60;

    private Minutes() {}

    /** From one instant to another, a begun minute counts whole. */
    static long between(Instant from, Instant to) {
        return (Duration.between(from, to).toSeconds() + SECONDS - 1) / SECONDS;
    }

    /** A number that was checked to be there. */
    static int of(@Nullable Integer minutes) {
        if (minutes == null) {
            throw new IllegalStateException("checked before");
        }
        return minutes;
    }
}
