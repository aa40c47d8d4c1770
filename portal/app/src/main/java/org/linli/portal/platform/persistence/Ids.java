package org.linli.portal.platform.persistence;

import java.security.SecureRandom;
import java.time.Instant;

/**
 * Time-ordered 64-bit identifiers: 42 bits of milliseconds since 2024-01-01T00:00Z, then 21 random bits.
 *
 * <p>They need no coordination between nodes, have no hot tail on a distributed engine and can be made before the
 * row is written. Two of one millisecond collide with a chance of one in two million; the primary key then refuses the
 * second. They are not secrets: every look-up checks the caller's scope.
 */
public final class Ids {
    private static final long EPOCH_MILLIS =
            Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
    private static final int RANDOM_BITS = 21;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static long lastMillis;
    private static long lastRandom;

    private Ids() {}

    /** A new identifier, greater than all that this node made before. */
    public static synchronized long next() {
        long now = Math.max(System.currentTimeMillis(), lastMillis);
        if (now == lastMillis) {
            lastRandom += 1 + RANDOM.nextInt(64);
            if (lastRandom >>> RANDOM_BITS != 0) {
                now++;
                lastRandom = RANDOM.nextInt(1 << (RANDOM_BITS - 1));
            }
        } else {
            lastRandom = RANDOM.nextInt(1 << (RANDOM_BITS - 1));
        }
        lastMillis = now;
        return id(now, lastRandom);
    }

    /**
     * An identifier for a thing of the past, for imports and demo data.
     *
     * @param instant when the thing came to be, after 2024-01-01
     * @param tail 0 to 2,097,151; the caller keeps it unique within the millisecond
     */
    public static long at(Instant instant, int tail) {
        if (tail < 0 || tail >>> RANDOM_BITS != 0) {
            throw new IllegalArgumentException("tail out of range: " + tail);
        }
        return id(instant.toEpochMilli(), tail);
    }

    private static long id(long millis, long tail) {
        return (millis - EPOCH_MILLIS) << RANDOM_BITS | tail;
    }
}
