package org.linli.portal.brands.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.EffectHandler;
import org.linli.portal.platform.problem.DomainException;

/** Writes records of declared kinds. */
@ApplicationScoped
public class PutRecordHandler implements EffectHandler<Effect.PutRecord> {
    private final RecordStore store;

    @Inject
    public PutRecordHandler(RecordStore store) {
        this.store = store;
    }

    @Override
    public Class<Effect.PutRecord> type() {
        return Effect.PutRecord.class;
    }

    @Override
    public void apply(BrandScope scope, Effect.PutRecord effect) {
        var kind = scope.descriptor()
                .record(effect.kind())
                .orElseThrow(() -> DomainException.invalid("brands.not-declared", effect.kind()));
        store.put(scope.brand(), kind, effect);
    }
}
