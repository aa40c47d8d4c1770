package org.linli.portal.brands.release;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs code of a plugin on a thread that the core owns, for a while. */
final class Budget {
    private static final Duration GRACE = Duration.ofMillis(500);

    private Budget() {}

    /**
     * Runs the work. What goes over its time is interrupted, and stopped where the virtual machine still can (Java 17 to
     * 19); elsewhere its thread remains, as a daemon, until it ends by itself.
     *
     * @throws TimeoutException when it took longer
     * @throws ExecutionException with whatever it threw, errors too
     */
    static <T> T run(String name, Duration atMost, Callable<T> work) throws TimeoutException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        // inherits no thread locals: they would keep what the caller's thread holds
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        thread.start();
        try {
            return task.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            end(thread);
            throw e;
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new ExecutionException(e);
        }
    }

    @SuppressWarnings({"deprecation", "removal"}) // the thread runs nothing of the core and holds no lock of it
    private static void end(Thread thread) {
        try {
            thread.join(GRACE.toMillis());
            if (thread.isAlive()) {
                thread.stop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UnsupportedOperationException e) {
            // Java 20 and later: it stays
        }
    }
}
