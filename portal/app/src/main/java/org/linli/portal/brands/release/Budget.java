package org.linli.portal.brands.release;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs code of a plugin on a thread that the core owns, for a while. */
final class Budget {
    /** For classes, texts and whatever a brand prepares at its start. */
    static final long MOST_BYTES = 512L << 20;

    private static final Duration GRACE = Duration.ofMillis(500);
    private static final long LOOK_MILLIS = 10;

    private Budget() {}

    /** It asked for more memory than a start may. */
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Runs the work. What goes over its time or its memory is interrupted, and stopped where the virtual machine still can (Java 17
     * to 19); elsewhere its thread remains, as a daemon, until it ends by itself.
     *
     * @throws TimeoutException when it took longer
     * @throws TooLarge when it asked for more than {@link #MOST_BYTES}
     * @throws ExecutionException with whatever it threw, errors too
     */
    static <T> T run(String name, Duration atMost, Callable<T> work)
            throws TimeoutException, TooLarge, ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        // inherits no thread locals: they would keep what the caller's thread holds
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        thread.start();
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            try {
                return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (ThreadUse.bytes(thread) > MOST_BYTES) {
                    task.cancel(true);
                    StuckThread.end(thread, Duration.ZERO, () -> true);
                    throw new TooLarge();
                }
                if (System.nanoTime() > end) {
                    task.cancel(true);
                    StuckThread.end(thread, GRACE, () -> true);
                    throw e;
                }
            } catch (InterruptedException e) {
                task.cancel(true);
                Thread.currentThread().interrupt();
                throw new ExecutionException(e);
            }
        }
    }
}
