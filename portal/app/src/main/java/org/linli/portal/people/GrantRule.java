package org.linli.portal.people;

import java.util.EnumSet;
import java.util.Set;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.platform.problem.DomainException;

/** Who may give, refuse or end which role where. Pure: decides by what it is told. */
final class GrantRule {
    private static final Set<Role> ABOVE_COMMUNITIES = EnumSet.of(Role.SUPERVISOR, Role.AUDITOR, Role.OPERATOR);
    /** An administrator who could appoint administrators could appoint a friend who awards him points. */
    private static final Set<Role> BY_OPERATOR =
            EnumSet.of(Role.COMMUNITY_ADMIN, Role.SUPERVISOR, Role.AUDITOR, Role.OPERATOR);

    private static final Set<Role> IN_GRIDS = EnumSet.of(Role.GRID_WORKER, Role.BUTLER);

    private GrantRule() {}

    /**
     * Refuses unless the granter may decide on that role at that unit for that person.
     *
     * @throws DomainException 403 for oneself or without the right, 400 when the role does not belong to such a unit
     */
    static void check(Identity granter, long personId, Role role, OrgUnitView unit) {
        if (granter.personId() == personId) {
            throw DomainException.forbidden("people.not-to-oneself");
        }
        if (!fits(role, unit.level())) {
            throw DomainException.invalidField("unitId", "people.role-not-at-that-unit");
        }
        if (!mayDecide(granter, role, unit)) {
            throw DomainException.forbidden("people.role-needed");
        }
    }

    /** Whether one of the granter's roles reaches the unit and stands above the role. */
    static boolean mayDecide(Identity granter, Role role, OrgUnitView unit) {
        return granter.grants().stream()
                .filter(held -> unit.path().startsWith(held.unitPath()))
                .anyMatch(held -> held.role() == Role.OPERATOR
                        || (held.role() == Role.COMMUNITY_ADMIN && !BY_OPERATOR.contains(role)));
    }

    /** Whether the role is held at units of that level. */
    static boolean fits(Role role, OrgLevel level) {
        if (ABOVE_COMMUNITIES.contains(role)) {
            return level.ordinal() < OrgLevel.COMMUNITY.ordinal();
        }
        return level == OrgLevel.COMMUNITY
                || (IN_GRIDS.contains(role) && level.ordinal() > OrgLevel.COMMUNITY.ordinal());
    }
}
