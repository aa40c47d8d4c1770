package org.linli.portal.brands.call;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.brands.EffectHandler;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;

/** Applies the effects of an answer, all or none, in the present transaction or one of its own. */
@Desk
public class EffectDesk {
    /** Effects of one answer. */
    public static final int MOST = 200;
    /** And of demonstration data. */
    public static final int MOST_IN_DEMO = 2_000;

    private static final Logger LOG = Logger.getLogger(EffectDesk.class.getName());
    private static final Map<Class<? extends Effect>, String> NEEDS = needs();

    private final Instance<EffectHandler<?>> handlers;

    @Inject
    public EffectDesk(Instance<EffectHandler<?>> handlers) {
        this.handlers = handlers;
    }

    private static Map<Class<? extends Effect>, String> needs() {
        Map<Class<? extends Effect>, String> needs = new HashMap<>();
        List.of(Effect.PutRecord.class, Effect.RemoveRecord.class).forEach(type -> needs.put(type, "records"));
        List.of(
                        Effect.PlaceOrder.class,
                        Effect.SetFields.class,
                        Effect.AddParticipant.class,
                        Effect.CancelOrder.class,
                        Effect.PastOrder.class)
                .forEach(type -> needs.put(type, "orders:own-types"));
        List.of(
                        Effect.PlanActivity.class,
                        Effect.EndActivity.class,
                        Effect.AssignActivity.class,
                        Effect.FinishActivity.class,
                        Effect.CancelActivity.class)
                .forEach(type -> needs.put(type, "activities:own-kinds"));
        needs.put(Effect.GrantPoints.class, "points");
        needs.put(Effect.Notify.class, "notify:portal");
        needs.put(Effect.RenderDocument.class, "documents");
        return Map.copyOf(needs);
    }

    /**
     * Applies them in their order.
     *
     * @throws DomainException 400 when one is not allowed or does not fit, 409 when somebody was faster
     */
    public void apply(BrandScope scope, List<Effect> effects) {
        int most = scope.demo() ? MOST_IN_DEMO : MOST;
        if (effects.size() > most) {
            throw DomainException.invalid("brands.too-many-effects", most);
        }
        effects.forEach(effect -> check(scope, effect));
        effects.forEach(effect -> one(scope, effect));
    }

    private static void check(BrandScope scope, Effect effect) {
        Descriptor descriptor = scope.descriptor();
        String need = NEEDS.get(effect.getClass());
        if (need != null && !descriptor.needs(need)) {
            throw DomainException.invalid("brands.not-permitted", need);
        }
        if (!scope.demo() && (effect instanceof Effect.GrantRole || effect instanceof Effect.PastOrder)) {
            throw DomainException.invalid("brands.only-demo", effect.getClass().getSimpleName());
        }
        if (effect instanceof Effect.PlaceOrder place
                && descriptor.orderType(place.type()).isEmpty()) {
            throw DomainException.invalid("brands.not-declared", place.type());
        }
        if (effect instanceof Effect.PlanActivity plan
                && descriptor.activity(plan.kind()).isEmpty()) {
            throw DomainException.invalid("brands.not-declared", plan.kind());
        }
    }

    private <E extends Effect> void one(BrandScope scope, E effect) {
        Optional<EffectHandler<E>> handler = handler(effect);
        if (handler.isEmpty() && scope.demo()) {
            LOG.info(() -> "left out of the demonstration: " + effect.getClass().getSimpleName());
            return;
        }
        handler.orElseThrow(() -> DomainException.invalid(
                        "brands.no-handler", effect.getClass().getSimpleName()))
                .apply(scope, effect);
    }

    @SuppressWarnings("unchecked") // the handler says which type it is for
    private <E extends Effect> Optional<EffectHandler<E>> handler(E effect) {
        return handlers.stream()
                .filter(handler -> handler.type() == effect.getClass())
                .findFirst()
                .map(handler -> (EffectHandler<E>) handler);
    }
}
