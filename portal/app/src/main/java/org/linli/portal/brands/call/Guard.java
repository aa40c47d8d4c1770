package org.linli.portal.brands.call;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.linli.portal.brands.call.CallFailed.Cause;

/** Judges one release at one point in one community by its own calls. */
final class Guard {
    private static final int WINDOW = 20;
    private static final int AT_LEAST = 5;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /** Memory is everybody's: one call that asks for too much may be a freak, two are not. */
    private static final int MOST_LARGE = 2;

    private static final int COLD_CALLS = 3;
    private static final Duration COLD = Duration.ofMillis(500);

    private final CallKey key;
    /** Not held: a guard must not keep a release that was unloaded. */
    private final WeakReference<ClassLoader> release;

    private final CircuitBreaker breaker;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger large = new AtomicInteger();
    private volatile Cause last = Cause.BROKEN;

    Guard(CallKey key, ClassLoader loader, Consumer<BreakerTripped> tripped) {
        this.key = key;
        this.release = new WeakReference<>(loader);
        this.breaker = CircuitBreaker.of(key.toString(), config());
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition() == StateTransition.CLOSED_TO_OPEN) {
                tripped.accept(new BreakerTripped(key, release, last));
            }
        });
    }

    private static CircuitBreakerConfig config() {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(AT_LEAST)
                .failureRateThreshold(50)
                .waitDurationInOpenState(PAUSE)
                .permittedNumberOfCallsInHalfOpenState(2)
                .ignoreException(
                        e -> e instanceof CallFailed failed && !failed.reason().counts())
                .build();
    }

    boolean isFor(ClassLoader loader) {
        return release.refersTo(loader);
    }

    boolean isOpen() {
        return breaker.getState() == State.OPEN;
    }

    /**
     * What the next call may use. The first ones load their classes and run before they are compiled: half a second of the
     * processor more, and twice the time by the clock.
     */
    Allowance allowance(CallLimits limits) {
        boolean cold = begun.get() < COLD_CALLS;
        Point point = key.point();
        Duration processor = cold ? point.processor().plus(COLD) : point.processor();
        Duration clock = cold ? point.clock().multipliedBy(2) : point.clock();
        return new Allowance(processor.toNanos(), clock.toNanos(), limits.bytes(point));
    }

    /** Whether a call may begin; then one of the following must be told. */
    boolean lets() {
        return breaker.tryAcquirePermission();
    }

    /** One has begun. */
    void begun() {
        begun.incrementAndGet();
    }

    void answered(long nanos) {
        breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
    }

    void failed(long nanos, CallFailed why) {
        last = why.reason();
        breaker.onError(nanos, TimeUnit.NANOSECONDS, why);
        if (last == Cause.LARGE && large.incrementAndGet() == MOST_LARGE && breaker.getState() == State.CLOSED) {
            breaker.transitionToOpenState();
        }
    }

    /** It came to nothing, and the plugin is not to blame. */
    void cameToNothing() {
        breaker.releasePermission();
    }
}
