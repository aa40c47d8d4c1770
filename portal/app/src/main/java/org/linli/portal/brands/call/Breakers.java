package org.linli.portal.brands.call;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.portal.brands.BrandRef;

/** One breaker for each point of each brand in each community: what fails in one community stays open in the others. */
@ApplicationScoped
public class Breakers {
    private static final int WINDOW = 20;
    private static final int AT_LEAST = 5;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Map<CallKey, Guard> guards = new ConcurrentHashMap<>();
    private final Event<BreakerTripped> tripped;

    @Inject
    public Breakers(Event<BreakerTripped> tripped) {
        this.tripped = tripped;
    }

    /** Each release is judged by its own calls, also while those of the one before come to their end. */
    CircuitBreaker of(CallKey key, ClassLoader loader) {
        return guards.compute(
                        key,
                        (same, present) -> present != null && present.loader.refersTo(loader)
                                ? present
                                : new Guard(new WeakReference<>(loader), create(key, new WeakReference<>(loader))))
                .breaker;
    }

    /** The one that was asked last at that point. */
    Optional<CircuitBreaker> present(CallKey key) {
        return Optional.ofNullable(guards.get(key)).map(Guard::breaker);
    }

    /** Whether the plugin is left alone at that point just now. */
    public boolean isOpen(CallKey key) {
        return present(key)
                .filter(breaker -> breaker.getState() == CircuitBreaker.State.OPEN)
                .isPresent();
    }

    /** Forgets what was counted, when another release or a new start deserves a chance. */
    public void reset(BrandRef brand) {
        guards.keySet().removeIf(key -> key.brand().equals(brand));
    }

    private CircuitBreaker create(CallKey key, WeakReference<ClassLoader> loader) {
        CircuitBreaker breaker = CircuitBreaker.of(
                key.toString(),
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(AT_LEAST)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(PAUSE)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .ignoreException(e -> e instanceof CallFailed failed
                                && !failed.reason().counts())
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition() == StateTransition.CLOSED_TO_OPEN) {
                tripped.fire(new BreakerTripped(key, loader));
            }
        });
        return breaker;
    }

    /** A loader that is not held, as in {@link PluginThreads}. */
    private record Guard(WeakReference<ClassLoader> loader, CircuitBreaker breaker) {}
}
