package org.linli.portal.brands.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.DomainException.Kind;

/** Applies what was answered, and counts against the brand what it was not allowed to answer. */
@ApplicationScoped
public class AnswerDesk {
    private final EffectDesk effects;
    private final Invoker invoker;

    @Inject
    public AnswerDesk(EffectDesk effects, Invoker invoker) {
        this.effects = effects;
        this.invoker = invoker;
    }

    /**
     * Applies the effects, all or none.
     *
     * @throws DomainException when one is refused
     */
    public void apply(Point point, BrandScope scope, List<Effect> answered) {
        if (answered.isEmpty()) {
            return;
        }
        try {
            effects.apply(scope, answered);
        } catch (DomainException e) {
            if (e.kind() == Kind.INVALID && e.code().startsWith("brands.")) {
                throw refused(new CallKey(scope.brand(), point), e);
            }
            throw e;
        }
    }

    private DomainException refused(CallKey key, DomainException e) {
        invoker.badAnswer(key, e.code());
        return e;
    }
}
