package org.linli.portal.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.EffectHandler;

/** The effects of brands that concern activities, one bean each. */
final class ActivityEffects {
    private ActivityEffects() {}

    /** Plans. */
    @ApplicationScoped
    static class Planned implements EffectHandler<Effect.PlanActivity> {
        private final BrandPlans plans;

        @Inject
        Planned(BrandPlans plans) {
            this.plans = plans;
        }

        @Override
        public Class<Effect.PlanActivity> type() {
            return Effect.PlanActivity.class;
        }

        @Override
        public void apply(BrandScope scope, Effect.PlanActivity effect) {
            plans.plan(scope, effect);
        }
    }

    /** Ends a plan. */
    @ApplicationScoped
    static class Ended implements EffectHandler<Effect.EndActivity> {
        private final BrandPlans plans;

        @Inject
        Ended(BrandPlans plans) {
            this.plans = plans;
        }

        @Override
        public Class<Effect.EndActivity> type() {
            return Effect.EndActivity.class;
        }

        @Override
        public void apply(BrandScope scope, Effect.EndActivity effect) {
            plans.end(scope, effect);
        }
    }

    /** Says who is on a date. */
    @ApplicationScoped
    static class Assigned implements EffectHandler<Effect.AssignActivity> {
        private final BrandPlans plans;

        @Inject
        Assigned(BrandPlans plans) {
            this.plans = plans;
        }

        @Override
        public Class<Effect.AssignActivity> type() {
            return Effect.AssignActivity.class;
        }

        @Override
        public void apply(BrandScope scope, Effect.AssignActivity effect) {
            plans.assign(scope, effect);
        }
    }

    /** Closes a date. */
    @ApplicationScoped
    static class Finished implements EffectHandler<Effect.FinishActivity> {
        private final BrandPlans plans;

        @Inject
        Finished(BrandPlans plans) {
            this.plans = plans;
        }

        @Override
        public Class<Effect.FinishActivity> type() {
            return Effect.FinishActivity.class;
        }

        @Override
        public void apply(BrandScope scope, Effect.FinishActivity effect) {
            plans.finish(scope, effect);
        }
    }

    /** Cancels a date. */
    @ApplicationScoped
    static class Cancelled implements EffectHandler<Effect.CancelActivity> {
        private final BrandPlans plans;

        @Inject
        Cancelled(BrandPlans plans) {
            this.plans = plans;
        }

        @Override
        public Class<Effect.CancelActivity> type() {
            return Effect.CancelActivity.class;
        }

        @Override
        public void apply(BrandScope scope, Effect.CancelActivity effect) {
            plans.cancel(scope, effect);
        }
    }
}
