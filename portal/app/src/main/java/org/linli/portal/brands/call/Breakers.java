package org.linli.portal.brands.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.portal.brands.BrandRef;

/** One breaker for each point of each brand in each community: what fails in one community stays open in the others. */
@ApplicationScoped
public class Breakers {
    private final Map<CallKey, Guard> guards = new ConcurrentHashMap<>();
    private final Event<BreakerTripped> tripped;

    @Inject
    public Breakers(Event<BreakerTripped> tripped) {
        this.tripped = tripped;
    }

    /** Each release is judged by its own calls, also while those of the one before come to their end. */
    Guard of(CallKey key, ClassLoader loader) {
        return guards.compute(
                key,
                (same, present) ->
                        present != null && present.isFor(loader) ? present : new Guard(key, loader, tripped::fire));
    }

    /** The one that was asked last at that point. */
    Optional<Guard> present(CallKey key) {
        return Optional.ofNullable(guards.get(key));
    }

    /** Whether the plugin is left alone at that point just now. */
    public boolean isOpen(CallKey key) {
        return present(key).filter(Guard::isOpen).isPresent();
    }

    /** Forgets what was counted, when another release or a new start deserves a chance. */
    public void reset(BrandRef brand) {
        guards.keySet().removeIf(key -> key.brand().equals(brand));
    }
}
