package org.linli.portal.brands.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.EffectHandler;
import org.linli.portal.platform.problem.DomainException;

/** Removes records of declared kinds. */
@ApplicationScoped
public class RemoveRecordHandler implements EffectHandler<Effect.RemoveRecord> {
    private final RecordStore store;

    @Inject
    public RemoveRecordHandler(RecordStore store) {
        this.store = store;
    }

    @Override
    public Class<Effect.RemoveRecord> type() {
        return Effect.RemoveRecord.class;
    }

    @Override
    public void apply(BrandScope scope, Effect.RemoveRecord effect) {
        if (scope.descriptor().record(effect.kind()).isEmpty()) {
            throw DomainException.invalid("brands.not-declared", effect.kind());
        }
        store.remove(scope.brand(), effect.kind(), effect.key());
    }
}
