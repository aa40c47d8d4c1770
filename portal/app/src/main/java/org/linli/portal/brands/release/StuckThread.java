package org.linli.portal.brands.release;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Ends a thread that runs code of a plugin alone and has had what it was allowed. */
public final class StuckThread {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long FIRST_MILLIS = 1;
    private static final long LONGEST_MILLIS = 200;

    private StuckThread() {}

    /**
     * Interrupts it, waits that long, and then stops it, again and again: each stop is an error within the plugin's code, which may
     * catch it. Java 20 and later cannot stop threads.
     *
     * @param grace for what ends by itself when it is interrupted
     * @param busy whether it still runs the plugin's code: else it is left to end by itself
     * @return whether it has ended, or will
     */
    public static boolean end(Thread thread, Duration grace, BooleanSupplier busy) {
        thread.interrupt();
        long end = System.nanoTime() + PATIENCE.plus(grace).toNanos();
        long pause = FIRST_MILLIS;
        try {
            if (!grace.isZero()) {
                thread.join(grace.toMillis());
            }
            while (busy.getAsBoolean() && thread.isAlive() && System.nanoTime() < end) {
                stop(thread);
                thread.join(pause);
                pause = Math.min(LONGEST_MILLIS, 2 * pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !busy.getAsBoolean() || !thread.isAlive();
    }

    /** The core's code never runs on such a thread: no lock of the core can be left broken. */
    @SuppressWarnings({"deprecation", "removal"})
    private static void stop(Thread thread) {
        try {
            thread.stop();
        } catch (UnsupportedOperationException e) {
            thread.interrupt(); // Java 20 and later
        }
    }
}
