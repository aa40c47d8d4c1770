package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.EffectHandler;

/** Effects that orders apply for brands, one bean each. */
public final class BrandOrderEffects {
    private BrandOrderEffects() {}

    @ApplicationScoped
    static class Place implements EffectHandler<Effect.PlaceOrder> {
        private final BrandOrders orders;

        @Inject
        Place(BrandOrders orders) {
            this.orders = orders;
        }

        @Override
        public Class<Effect.PlaceOrder> type() {
            return Effect.PlaceOrder.class;
        }

        @Override
        public void apply(BrandScope scope, Effect.PlaceOrder effect) {
            orders.place(scope, effect);
        }
    }

    @ApplicationScoped
    static class Change implements EffectHandler<Effect.SetFields> {
        private final BrandOrders orders;

        @Inject
        Change(BrandOrders orders) {
            this.orders = orders;
        }

        @Override
        public Class<Effect.SetFields> type() {
            return Effect.SetFields.class;
        }

        @Override
        public void apply(BrandScope scope, Effect.SetFields effect) {
            orders.setFields(scope, effect);
        }
    }

    @ApplicationScoped
    static class Join implements EffectHandler<Effect.AddParticipant> {
        private final BrandOrders orders;

        @Inject
        Join(BrandOrders orders) {
            this.orders = orders;
        }

        @Override
        public Class<Effect.AddParticipant> type() {
            return Effect.AddParticipant.class;
        }

        @Override
        public void apply(BrandScope scope, Effect.AddParticipant effect) {
            orders.addParticipant(scope, effect);
        }
    }

    @ApplicationScoped
    static class Cancel implements EffectHandler<Effect.CancelOrder> {
        private final BrandOrders orders;

        @Inject
        Cancel(BrandOrders orders) {
            this.orders = orders;
        }

        @Override
        public Class<Effect.CancelOrder> type() {
            return Effect.CancelOrder.class;
        }

        @Override
        public void apply(BrandScope scope, Effect.CancelOrder effect) {
            orders.cancel(scope, effect);
        }
    }
}
