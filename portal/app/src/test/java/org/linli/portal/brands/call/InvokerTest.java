package org.linli.portal.brands.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.call.CallFailed.Cause;
import org.linli.portal.platform.problem.DomainException;

/** Hostile plugins, one each, and the bounds that hold them. */
@Timeout(30)
class InvokerTest {
    private static final CallKey HERE = new CallKey(new BrandRef("sample", 1), Point.RANK);
    /** Thirty seconds: what it does is the question, not how fast this machine is. */
    private static final CallKey PATIENT = new CallKey(new BrandRef("sample", 1), Point.AUTOMATION);

    private static final CallKey THERE = new CallKey(new BrandRef("sample", 2), Point.RANK);

    private final List<BreakerTripped> tripped = Collections.synchronizedList(new ArrayList<>());
    private final PluginThreads threads = new PluginThreads();
    private final CallCounts counts = new CallCounts(Clock.systemUTC());
    private final Invoker invoker = new Invoker(threads, new Breakers(event()), counts);
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
        long start = System.nanoTime();
        fails(Cause.SLOW, line -> {
            stuck[0] = Thread.currentThread();
            long n = 0;
            while (n >= 0) {
                n = (n + 1) % 1000;
            }
            return n;
        });
        assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
        stuck[0].join(5_000);
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
    void more_calls_than_allowed_at_once_are_refused_after_a_moment() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(PluginThreads.MOST_AT_ONCE);
        CountDownLatch end = new CountDownLatch(1);
        CallKey slow = new CallKey(HERE.brand(), Point.AUTOMATION);
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < PluginThreads.MOST_AT_ONCE; i++) {
            Thread caller = new Thread(() -> invoker.<Integer>call(slow, loader, line -> {
                begun.countDown();
                end.await();
                return 1;
            }));
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
        assertThat(counts.take().stream().mapToLong(e -> e.getValue().calls()).sum())
                .isEqualTo(2);
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

    @SuppressWarnings("unchecked")
    private Event<BreakerTripped> event() {
        return (Event<BreakerTripped>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    tripped.add((BreakerTripped) arguments[0]);
                    return null;
                });
    }
}
