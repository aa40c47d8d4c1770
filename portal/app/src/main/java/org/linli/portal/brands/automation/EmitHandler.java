package org.linli.portal.brands.automation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandEvents;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.EffectHandler;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.DomainException;

/** Raises events of the brand's own. An event that leads to events ends somewhere: its id carries how deep it is. */
@ApplicationScoped
public class EmitHandler implements EffectHandler<Effect.Emit> {
    private static final int DEEPEST = 8;
    private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

    private final BrandEvents events;
    private final Clock clock;

    @Inject
    public EmitHandler(BrandEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Class<Effect.Emit> type() {
        return Effect.Emit.class;
    }

    @Override
    public void apply(BrandScope scope, Effect.Emit effect) {
        boolean listened = scope.descriptor().automations().stream()
                .anyMatch(automatic -> automatic.on().contains(effect.event()));
        if (!listened) {
            throw DomainException.invalid("brands.not-declared", effect.event());
        }
        if (DEPTH.get() > DEEPEST) {
            throw DomainException.invalid("brands.event-loop", effect.event());
        }
        String id = Ids.next() + "~" + DEPTH.get();
        events.raise(scope.brand(), effect.event(), id, clock.instant(), effect.data());
    }

    /** How many events led to the one with that id. */
    static int depth(String triggerId) {
        int mark = triggerId.lastIndexOf('~');
        return mark < 0 ? 0 : Integer.parseInt(triggerId.substring(mark + 1));
    }

    static void within(int depth, Runnable work) {
        DEPTH.set(depth);
        try {
            work.run();
        } finally {
            DEPTH.remove();
        }
    }
}
