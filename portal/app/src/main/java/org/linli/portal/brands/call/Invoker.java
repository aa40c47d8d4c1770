package org.linli.portal.brands.call;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.call.CallFailed.Cause;

/**
 * Runs code of a plugin within its bounds. Whatever the plugin does, the caller gets its answer or a {@link CallFailed} in time; a
 * failure of the core's own, while the plugin was reading, comes through as it is and does not count against the plugin.
 */
@ApplicationScoped
public class Invoker {
    private static final Logger LOG = Logger.getLogger(Invoker.class.getName());

    /** For a thread of the plugin to be free. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(750);

    private final PluginThreads threads;
    private final Breakers breakers;
    private final CallCounts counts;

    @Inject
    public Invoker(PluginThreads threads, Breakers breakers, CallCounts counts) {
        this.threads = threads;
        this.breakers = breakers;
        this.counts = counts;
    }

    /**
     * Asks.
     *
     * @param loader the plugin's, the context class loader of the call
     * @throws CallFailed when the plugin does not answer
     */
    public <T> T call(CallKey key, ClassLoader loader, PluginWork<T> work) {
        CircuitBreaker breaker = breakers.of(key, loader);
        if (!breaker.tryAcquirePermission()) {
            throw new CallFailed(key, Cause.OPEN, null);
        }
        long start = System.nanoTime();
        try {
            T answer = run(key, loader, work);
            long nanos = System.nanoTime() - start;
            counts.add(key, false, nanos);
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
            return answer;
        } catch (CallFailed e) {
            long nanos = System.nanoTime() - start;
            counts.add(key, true, nanos);
            LOG.warning(() -> line(e, nanos));
            breaker.onError(nanos, TimeUnit.NANOSECONDS, e);
            throw e;
        } catch (RuntimeException e) { // the core's own
            breaker.releasePermission();
            throw e;
        }
    }

    /** An answer that cannot be used, or effects that are not allowed, are the plugin's fault too. */
    public CallFailed badAnswer(CallKey key, String why) {
        CallFailed failed = new CallFailed(key, Cause.BAD_ANSWER, new IllegalArgumentException(why));
        counts.add(key, true, 0);
        LOG.warning(() -> line(failed, 0));
        breakers.present(key).ifPresent(breaker -> breaker.onError(0, TimeUnit.NANOSECONDS, failed));
        return failed;
    }

    private static Duration patience(Point point) {
        Duration quarter = point.budget().dividedBy(4);
        return quarter.compareTo(LONGEST_WAIT) < 0 ? quarter : LONGEST_WAIT;
    }

    private <T> T run(CallKey key, ClassLoader loader, PluginWork<T> work) {
        Call<T> call = new Call<>(loader, work);
        long pauses = Pauses.nanos();
        try {
            threads.run(key.brand(), loader, call, patience(key.point()));
        } catch (RejectedExecutionException e) {
            throw new CallFailed(key, Cause.BUSY, e);
        } catch (OutOfMemoryError e) { // no thread can be made
            throw new CallFailed(key, Cause.BUSY, e);
        }
        long budget = key.point().budget().toNanos();
        boolean ended;
        try {
            ended = call.await(budget, () -> Math.min(budget, Pauses.nanos() - pauses));
        } catch (InterruptedException e) {
            threads.abandon(key, call);
            Thread.currentThread().interrupt();
            throw new CallFailed(key, Cause.BUSY, e);
        }
        RuntimeException core = call.coreFailure();
        if (!ended) {
            threads.abandon(key, call);
            throw new CallFailed(key, Cause.SLOW, null);
        }
        if (core != null) {
            throw core;
        }
        if (call.failure() != null) {
            throw new CallFailed(key, Cause.BROKEN, call.failure());
        }
        T answer = call.answer();
        if (answer == null) {
            throw new CallFailed(key, Cause.BAD_ANSWER, null);
        }
        return answer;
    }

    /** Where it failed, without the message: that may hold what people typed. */
    private static String line(CallFailed failed, long nanos) {
        Throwable cause = failed.getCause();
        return "brand call failed: " + failed.getMessage() + " after " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms"
                + (cause == null ? "" : ", " + cause.getClass().getName() + " at " + place(cause));
    }

    private static String place(@Nullable Throwable cause) {
        StackTraceElement[] trace = cause == null ? new StackTraceElement[0] : cause.getStackTrace();
        return trace.length == 0 ? "?" : trace[0].toString();
    }
}
