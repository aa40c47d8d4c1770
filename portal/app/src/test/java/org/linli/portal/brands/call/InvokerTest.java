package org.linli.portal.brands.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.call.CallFailed.Cause;
import org.linli.portal.platform.Fired;
import org.linli.portal.platform.problem.DomainException;

/** Hostile plugins, one each, and the bounds that hold them. */
@Timeout(120)
class InvokerTest {
    private static final CallKey HERE = new CallKey(new BrandRef("sample", 1), Point.RANK);
    /** Thirty seconds: what it does is the question, not how fast this machine is. */
    private static final CallKey PATIENT = new CallKey(new BrandRef("sample", 1), Point.AUTOMATION);

    private static final CallKey THERE = new CallKey(new BrandRef("sample", 2), Point.RANK);

    private final List<BreakerTripped> tripped = Collections.synchronizedList(new ArrayList<>());
    private final PluginThreads threads = new PluginThreads();
    private final CallCounts counts = new CallCounts(Clock.systemUTC());
    private final Invoker invoker = new Invoker(
            threads,
            new Breakers(Fired.to(tripped::add)),
            counts,
            CallLimits.usual(),
            new HeapWatch(kept -> {}, new OldGeneration(), Long.MAX_VALUE));
    private final ClassLoader loader = new URLClassLoader(new URL[0], getClass().getClassLoader());

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void gives_the_answer_with_the_plugins_context_class_loader() {
        assertThat(invoker.<ClassLoader>call(
                        HERE, loader, line -> Thread.currentThread().getContextClassLoader()))
                .isSameAs(loader);
    }

    @Test
    void reads_happen_on_the_callers_thread() {
        Thread me = Thread.currentThread();
        assertThat(invoker.<Boolean>call(HERE, loader, line -> line.read(Thread::currentThread) == me))
                .isTrue();
    }

    @Test
    void exceptions_errors_and_endless_recursion_become_a_failed_call() {
        fails(PATIENT, Cause.BROKEN, line -> {
            throw new IllegalStateException("no");
        });
        fails(PATIENT, Cause.BROKEN, line -> {
            throw new NoClassDefFoundError("x");
        });
        fails(PATIENT, Cause.BROKEN, line -> deeper(1));
        fails(PATIENT, Cause.BROKEN, line -> {
            List<long[]> hoard = new ArrayList<>();
            while (true) {
                hoard.add(new long[Integer.MAX_VALUE - 2]);
            }
        });
        fails(PATIENT, Cause.BAD_ANSWER, line -> null);
    }

    @Test
    void a_loop_is_cut_off_in_time_and_its_thread_ended() throws InterruptedException {
        Thread[] stuck = new Thread[1];
        fails(Cause.SLOW, line -> {
            stuck[0] = Thread.currentThread();
            long n = 0;
            while (n >= 0) {
                n = (n + 1) % 1000;
            }
            return n;
        });
        stuck[0].join(60_000);
        assertThat(stuck[0].isAlive()).isFalse();
    }

    @Test
    void a_deadlock_costs_a_thread_but_no_caller() {
        CountDownLatch never = new CountDownLatch(1);
        fails(Cause.SLOW, line -> {
            never.await();
            return 1;
        });
        assertThat(invoker.<Integer>call(THERE, loader, line -> 1)).isEqualTo(1);
    }

    @Test
    void a_context_is_dead_after_the_call_and_on_other_threads() throws InterruptedException {
        ReadLine[] kept = new ReadLine[1];
        Throwable[] elsewhere = new Throwable[1];
        invoker.<Integer>call(HERE, loader, line -> {
            kept[0] = line;
            Thread other = new Thread(() -> line.read(() -> 1));
            other.setUncaughtExceptionHandler((thread, failure) -> elsewhere[0] = failure);
            other.start();
            other.join();
            return 1;
        });
        assertThat(elsewhere[0]).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> kept[0].read(() -> 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void one_that_makes_garbage_is_cut_off_at_once_and_left_alone_after_the_second_time() throws InterruptedException {
        Thread[] hungry = new Thread[1];
        for (int i = 0; i < 2; i++) {
            fails(PATIENT, Cause.LARGE, line -> {
                hungry[0] = Thread.currentThread();
                long seen = 0;
                while (seen >= 0) {
                    seen = (seen + new byte[1 << 20].length) & Integer.MAX_VALUE;
                }
                return seen;
            });
            hungry[0].join(60_000);
            assertThat(hungry[0].isAlive()).isFalse();
        }
        fails(PATIENT, Cause.OPEN, line -> 1);
        assertThat(tripped).extracting(BreakerTripped::last).containsExactly(Cause.LARGE);
    }

    @Test
    void an_answer_that_took_too_much_memory_does_not_count() {
        byte[][] kept = new byte[64][];
        fails(Cause.LARGE, line -> {
            for (int i = 0; i < kept.length; i++) {
                kept[i] = new byte[1 << 20];
            }
            return 1;
        });
    }

    @Test
    void what_waits_is_measured_by_the_clock_and_what_computes_by_the_processor() {
        assertThat(invoker.<Integer>call(HERE, loader, line -> {
                    Thread.sleep(2 * Point.RANK.processor().toMillis());
                    return 1;
                }))
                .isEqualTo(1);
        Allowance little = new Allowance(1_000_000, Long.MAX_VALUE / 2, Long.MAX_VALUE);
        little.begin();
        for (int i = 0; little.exceeded() == null; i++) {
            assertThat(i).isGreaterThanOrEqualTo(0);
        }
        assertThat(little.exceeded()).isEqualTo(Cause.SLOW);
    }

    @Test
    void the_first_calls_have_time_to_load_their_classes() {
        Guard guard = new Guard(HERE, loader, tripped::add);
        CallLimits limits = CallLimits.usual();
        List<Long> processor = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            processor.add(guard.allowance(limits).processorMillis());
            guard.begun();
        }
        assertThat(processor).containsExactly(700L, 700L, 700L, 200L, 200L);
    }

    @Test
    void what_catches_its_end_is_ended_again() throws InterruptedException {
        Thread[] stuck = new Thread[1];
        fails(Cause.SLOW, line -> {
            stuck[0] = Thread.currentThread();
            for (int caught = 0; caught < 5; ) {
                try {
                    spin();
                } catch (Throwable e) { // the plugin of the test swallows whatever ends it
                    caught++;
                }
            }
            return spin();
        });
        stuck[0].join(60_000);
        assertThat(stuck[0].isAlive()).isFalse();
    }

    private static long spin() {
        long n = 0;
        while (n >= 0) {
            n = (n + 1) % 1000;
        }
        return n;
    }

    @Test
    void calls_that_were_ended_leave_their_turn_to_others() {
        for (int i = 0; i < 40; i++) {
            Point point = Point.values()[i % 2]; // rank, award
            CallKey key = new CallKey(new BrandRef("sample", 3 + i), point);
            Allowance little = new Allowance(1_000_000, Long.MAX_VALUE / 2, Long.MAX_VALUE);
            assertThat(endedEarly(key, little)).isEqualTo(Cause.SLOW);
        }
        assertThat(invoker.<Integer>call(THERE, loader, line -> 1)).isEqualTo(1);
    }

    private Cause endedEarly(CallKey key, Allowance allowance) {
        Turns.Turn turn = threads.turn(key.brand(), loader);
        try {
            assertThat(turn.take(5_000_000_000L)).isTrue();
            Call<Long> call = new Call<>(loader, allowance, turn, line -> spin());
            assertThat(threads.run(key.brand(), loader, call)).isTrue();
            Cause cause = call.await();
            threads.abandon(key, call, true);
            return cause;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void while_one_reads_another_computes() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        Thread reader = new Thread(() -> invoker.<Integer>call(
                PATIENT,
                loader,
                line -> line.read(() -> {
                    reading.countDown();
                    try {
                        other.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return 1;
                })));
        reader.start();
        reading.await();
        assertThat(invoker.<Integer>call(HERE, loader, line -> 1)).isEqualTo(1);
        other.countDown();
        reader.join();
    }

    @Test
    void while_one_sleeps_others_compute() throws InterruptedException {
        CountDownLatch asleep = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread sleeper = new Thread(() -> invoker.<Integer>call(PATIENT, loader, line -> {
            asleep.countDown();
            end.await();
            return 1;
        }));
        sleeper.start();
        asleep.await();
        assertThat(invoker.<Integer>call(HERE, loader, line -> 1)).isEqualTo(1);
        end.countDown();
        sleeper.join();
    }

    @Test
    void a_crowd_whose_calls_read_is_answered_to_the_last_one() throws InterruptedException {
        List<Throwable> refused = Collections.synchronizedList(new ArrayList<>());
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 2 * PluginThreads.MOST_AT_ONCE; i++) {
            Thread caller = new Thread(() -> {
                try {
                    for (int round = 0; round < 20; round++) {
                        invoker.<Integer>call(PATIENT, loader, line -> line.read(() -> 1) + line.read(() -> 2));
                    }
                } catch (CallFailed e) {
                    refused.add(e);
                }
            });
            caller.start();
            callers.add(caller);
        }
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void more_calls_than_allowed_at_once_are_refused_after_a_moment() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(PluginThreads.MOST_AT_ONCE);
        CountDownLatch end = new CountDownLatch(1);
        CallKey slow = new CallKey(HERE.brand(), Point.AUTOMATION);
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < PluginThreads.MOST_AT_ONCE; i++) {
            Thread caller = new Thread(() -> invoker.<Integer>call(
                    slow,
                    loader,
                    line -> line.read(() -> {
                        begun.countDown();
                        try {
                            end.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        return 1;
                    })));
            caller.start();
            callers.add(caller);
        }
        begun.await();
        fails(Cause.BUSY, line -> 1);
        assertThat(invoker.<Integer>call(THERE, loader, line -> 1)).isEqualTo(1);
        end.countDown();
        for (Thread caller : callers) {
            caller.join();
        }
    }

    @Test
    void the_breaker_opens_for_one_community_and_point_alone_and_tells_once() {
        for (int i = 0; i < 5; i++) {
            fails(Cause.BROKEN, line -> {
                throw new IllegalStateException("no");
            });
        }
        fails(Cause.OPEN, line -> 1);
        assertThat(tripped).extracting(BreakerTripped::key).containsExactly(HERE);
        assertThat(invoker.<Integer>call(THERE, loader, line -> 1)).isEqualTo(1);
        CallKey other = new CallKey(HERE.brand(), Point.ROUTE);
        assertThat(invoker.<Integer>call(other, loader, line -> 1)).isEqualTo(1);
    }

    @Test
    void a_failure_of_the_core_comes_through_and_is_not_the_plugins() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> invoker.<Integer>call(
                            HERE,
                            loader,
                            line -> line.read(() -> {
                                throw DomainException.of(DomainException.Kind.UNAVAILABLE, "platform.busy");
                            })))
                    .isInstanceOf(DomainException.class);
        }
        assertThat(tripped).isEmpty();
        assertThat(invoker.<Integer>call(HERE, loader, line -> 1)).isEqualTo(1);
    }

    @Test
    void counts_calls_failures_and_time() {
        invoker.<Integer>call(HERE, loader, line -> 1);
        fails(Cause.BROKEN, line -> {
            throw new IllegalStateException("no");
        });
        fails(Cause.SLOW, line -> spin());
        CallCounts.Count sum = counts.take().stream()
                .map(Map.Entry::getValue)
                .reduce(CallCounts.Count::plus)
                .orElseThrow();
        assertThat(List.of(sum.calls(), sum.failures(), sum.timeouts(), sum.large()))
                .containsExactly(3L, 2L, 1L, 0L);
        assertThat(sum.times().counts().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(3);
        assertThat(sum.times().percentile(99, sum.slowest())).isEqualTo(sum.slowest());
        assertThat(counts.take()).isEmpty();
    }

    @Test
    @SuppressWarnings("PMD")
    void what_a_plugin_leaves_in_thread_locals_goes_with_its_threads() throws Exception {
        ThreadLocal<Object> local = new ThreadLocal<>();
        Object[] big = {new Object()};
        WeakReference<Object> watch = new WeakReference<>(big[0]);
        invoker.<Integer>call(HERE, loader, line -> {
            local.set(big[0]);
            return 1;
        });
        big[0] = null;
        threads.release(loader);
        for (int i = 0; i < 100 && watch.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(watch.get()).isNull();
    }

    private void fails(Cause reason, PluginWork<Object> work) {
        fails(HERE, reason, work);
    }

    private void fails(CallKey key, Cause reason, PluginWork<Object> work) {
        ThrowingCallable call = () -> invoker.call(key, loader, work);
        assertThatThrownBy(call).isInstanceOfSatisfying(CallFailed.class, e -> assertThat(e.reason())
                .isEqualTo(reason));
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int deeper(int n) {
        return deeper(n + 1) + 1;
    }
}
