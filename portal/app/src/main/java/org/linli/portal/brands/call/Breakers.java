package org.linli.portal.brands.call;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.portal.brands.BrandRef;

/** One breaker for each point of each brand in each community: what fails in one community stays open in the others. */
@ApplicationScoped
public class Breakers {
    private static final int WINDOW = 20;
    private static final int AT_LEAST = 5;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Map<CallKey, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final Event<BreakerTripped> tripped;

    @Inject
    public Breakers(Event<BreakerTripped> tripped) {
        this.tripped = tripped;
    }

    CircuitBreaker of(CallKey key) {
        return breakers.computeIfAbsent(key, this::create);
    }

    /** Whether the plugin is left alone at that point just now. */
    public boolean isOpen(CallKey key) {
        CircuitBreaker breaker = breakers.get(key);
        return breaker != null && breaker.getState() == CircuitBreaker.State.OPEN;
    }

    /** Forgets what was counted, when another release or a new start deserves a chance. */
    public void reset(BrandRef brand) {
        breakers.keySet().removeIf(key -> key.brand().equals(brand));
    }

    private CircuitBreaker create(CallKey key) {
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
                tripped.fire(new BreakerTripped(key));
            }
        });
        return breaker;
    }
}
