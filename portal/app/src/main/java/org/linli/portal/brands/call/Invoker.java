package org.linli.portal.brands.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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

    /** For its turn and a thread of the plugin. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    /** Between two looks for a free thread. */
    private static final Duration PAUSE = Duration.ofMillis(3);

    private final PluginThreads threads;
    private final Breakers breakers;
    private final CallCounts counts;
    private final CallLimits limits;
    private final HeapWatch memory;

    @Inject
    public Invoker(PluginThreads threads, Breakers breakers, CallCounts counts, CallLimits limits, HeapWatch memory) {
        this.memory = memory;
        this.threads = threads;
        this.breakers = breakers;
        this.counts = counts;
        this.limits = limits;
    }

    /**
     * Asks.
     *
     * @param loader the plugin's, the context class loader of the call
     * @throws CallFailed when the plugin does not answer
     */
    public <T> T call(CallKey key, ClassLoader loader, PluginWork<T> work) {
        Guard guard = breakers.of(key, loader);
        if (!guard.lets()) {
            throw new CallFailed(key, Cause.OPEN, null);
        }
        long start = System.nanoTime();
        try {
            T answer = run(key, guard, loader, work);
            long nanos = System.nanoTime() - start;
            counts.answered(key, nanos);
            guard.answered(nanos);
            return answer;
        } catch (CallFailed e) {
            long nanos = System.nanoTime() - start;
            counts.failed(key, e.reason(), nanos);
            LOG.warning(() -> line(e, nanos));
            guard.failed(nanos, e);
            throw e;
        } catch (RuntimeException e) { // the core's own
            guard.cameToNothing();
            throw e;
        }
    }

    /** An answer that cannot be used, or effects that are not allowed, are the plugin's fault too. */
    public CallFailed badAnswer(CallKey key, String why) {
        CallFailed failed = new CallFailed(key, Cause.BAD_ANSWER, new IllegalArgumentException(why));
        counts.failed(key, Cause.BAD_ANSWER, 0);
        LOG.warning(() -> line(failed, 0));
        breakers.present(key).ifPresent(guard -> guard.failed(0, failed));
        return failed;
    }

    private <T> T run(CallKey key, Guard guard, ClassLoader loader, PluginWork<T> work) {
        if (memory.suspects(key)) {
            throw new CallFailed(key, Cause.BUSY, null);
        }
        Duration patience = patience(key.point());
        Call<T> call = begin(key, loader, patience, turn -> new Call<>(loader, guard.allowance(limits), turn, work));
        guard.begun();
        Cause exceeded;
        try {
            exceeded = call.await();
        } catch (InterruptedException e) {
            threads.abandon(key, call, false);
            Thread.currentThread().interrupt();
            throw new CallFailed(key, Cause.BUSY, e);
        }
        memory.asked(key, loader, call.bytes());
        RuntimeException core = call.coreFailure();
        if (exceeded != null) {
            threads.abandon(key, call, exceeded == Cause.LARGE);
            throw new CallFailed(key, exceeded, null);
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

    /** Whoever waits for others waits as long as they may take, for many may come at once. */
    private static Duration patience(Point point) {
        return point.clock().compareTo(LONGEST_WAIT) < 0 ? point.clock() : LONGEST_WAIT;
    }

    /**
     * When it is its turn, and a thread is free. Never holds a turn while it waits for a thread: those who have the threads may
     * be waiting for that turn.
     */
    private <T> Call<T> begin(CallKey key, ClassLoader loader, Duration patience, Function<Turns.Turn, Call<T>> made) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            do {
                Turns.Turn turn = threads.turn(key.brand(), loader);
                if (!turn.take(end - System.nanoTime())) {
                    break;
                }
                Call<T> call = made.apply(turn);
                if (threads.run(key.brand(), loader, call)) {
                    return call;
                }
                turn.end();
                Thread.sleep(PAUSE.toMillis());
            } while (System.nanoTime() < end);
            throw new CallFailed(key, Cause.BUSY, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed(key, Cause.BUSY, e);
        }
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
