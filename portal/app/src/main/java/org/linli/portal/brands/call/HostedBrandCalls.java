package org.linli.portal.brands.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.plugin.DispatchRule;
import org.linli.plugin.OrderView;
import org.linli.plugin.Problem;
import org.linli.plugin.StepHandler;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandCalls;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.Brands;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.brands.call.PluginGate.Ask;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.DomainException.Kind;

/** Asks brands for features: rules fail open, steps fail closed. */
@ApplicationScoped
public class HostedBrandCalls implements BrandCalls {
    private static final int MOST_BONUS = 100;

    private final PluginGate gate;
    private final EffectDesk effects;
    private final Brands brands;
    private final Caller caller;
    private final Language language;

    @Inject
    public HostedBrandCalls(PluginGate gate, EffectDesk effects, Brands brands, Caller caller, Language language) {
        this.gate = gate;
        this.effects = effects;
        this.brands = brands;
        this.caller = caller;
        this.language = language;
    }

    @Override
    public List<DispatchRule.Score> rank(BrandRef brand, OrderView order, List<DispatchRule.Candidate> candidates) {
        String handler = brands.active(brand).map(d -> rule(d, order.type())).orElse(null);
        if (handler == null) {
            return List.of();
        }
        try {
            List<DispatchRule.Score> scores = gate.handler(
                            new Ask(brand, Point.RANK, who()),
                            DispatchRule.class,
                            handler,
                            (rule, context) -> List.copyOf(rule.rank(context, order, candidates)))
                    .value();
            Set<String> known =
                    candidates.stream().map(DispatchRule.Candidate::volunteerId).collect(Collectors.toSet());
            return scores.stream()
                    .filter(score -> known.contains(score.volunteerId()))
                    .map(HostedBrandCalls::bounded)
                    .toList();
        } catch (CallFailed | BrandOff e) {
            return List.of();
        }
    }

    private static @Nullable String rule(Descriptor descriptor, String type) {
        return descriptor.dispatch().stream()
                .filter(rule -> rule.types().contains(type))
                .map(Descriptor.Rule::handler)
                .findFirst()
                .orElse(null);
    }

    private static DispatchRule.Score bounded(DispatchRule.Score score) {
        int bonus = Math.max(-MOST_BONUS, Math.min(MOST_BONUS, score.bonus()));
        return new DispatchRule.Score(score.volunteerId(), bonus, score.reason());
    }

    @Override
    public List<Problem> validate(BrandRef brand, String handler, OrderView order, Data input) {
        return asked(() -> gate.handler(
                        new Ask(brand, Point.VALIDATE, who()),
                        StepHandler.class,
                        handler,
                        (step, context) -> List.copyOf(step.validate(context, order, input)))
                .value());
    }

    @Override
    public StepHandler.Result complete(BrandRef brand, String handler, OrderView order, Data input) {
        return asked(() -> gate.handler(
                        new Ask(brand, Point.COMPLETE, who()),
                        StepHandler.class,
                        handler,
                        (step, context) -> step.complete(context, order, input))
                .value());
    }

    private static <T> T asked(java.util.function.Supplier<T> call) {
        try {
            return call.get();
        } catch (CallFailed | BrandOff e) {
            throw DomainException.of(Kind.UNAVAILABLE, "brands.call-failed");
        }
    }

    @Override
    public void apply(BrandRef brand, @Nullable Long personId, List<Effect> answered) {
        Descriptor descriptor = brands.active(brand).orElseThrow(BrandOff::new);
        effects.apply(new BrandScope(brand, descriptor, personId, false), answered);
    }

    private Who who() {
        return Who.person(caller.personId(), language.locale());
    }
}
