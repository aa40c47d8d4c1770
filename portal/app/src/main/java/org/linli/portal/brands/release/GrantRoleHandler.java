package org.linli.portal.brands.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.EffectHandler;
import org.linli.portal.platform.problem.DomainException;

/** Gives roles in demonstration data; elsewhere administrators do. */
@ApplicationScoped
public class GrantRoleHandler implements EffectHandler<Effect.GrantRole> {
    /** Who gives them: nobody, the portal. */
    private static final long PORTAL = 0;

    private final BrandRoleDesk desk;

    @Inject
    public GrantRoleHandler(BrandRoleDesk desk) {
        this.desk = desk;
    }

    @Override
    public Class<Effect.GrantRole> type() {
        return Effect.GrantRole.class;
    }

    @Override
    public void apply(BrandScope scope, Effect.GrantRole effect) {
        boolean known =
                scope.descriptor().roles().stream().anyMatch(role -> role.code().equals(effect.role()));
        long personId = Long.parseLong(effect.personId());
        if (!scope.demo() || !known || !desk.isOf(scope.communityId(), personId)) {
            throw DomainException.invalid("brands.unknown-role", effect.role());
        }
        desk.put(scope.brand(), new BrandRoleDesk.Give(personId, effect.role(), null, null), PORTAL);
    }
}
