package org.linli.portal.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;

/** What a plan must be within its community: nothing and nobody of elsewhere. */
@ApplicationScoped
class PlanRules {
    private static final Duration FARTHEST = Duration.ofDays(2 * 366);
    private static final int MOST_ASSIGNED = 100;

    private final OrgTree tree;
    private final Sql sql;

    @Inject
    PlanRules(OrgTree tree, Sql sql) {
        this.tree = tree;
        this.sql = sql;
    }

    /**
     * Refuses units and teams of elsewhere, and beginnings too far away.
     *
     * @throws DomainException 400 naming the fields
     */
    void check(Violations violations, Plan plan, long communityId, Instant now) {
        OrgUnitView community = tree.unit(communityId);
        violations
                .check(
                        plan.unitId() == communityId
                                || tree.find(plan.unitId())
                                        .filter(unit ->
                                                Long.valueOf(communityId).equals(unit.communityId()))
                                        .isPresent(),
                        "unitId",
                        "activities.unit-elsewhere")
                .check(plan.teamId() == null || teamFits(plan.teamId(), community), "teamId", "activities.no-such-team")
                .check(
                        plan.startsAt().isBefore(now.plus(FARTHEST))
                                && plan.startsAt().isAfter(now.minus(FARTHEST)),
                        "startsAt",
                        "activities.too-far-away")
                .throwIfAny();
    }

    /**
     * Without doubles; all of them must be people of the community.
     *
     * @throws DomainException 400 naming the field
     */
    Set<Long> people(Collection<Long> ids, long communityId) {
        Set<Long> distinct = new LinkedHashSet<>(ids);
        new Violations()
                .check(distinct.size() <= MOST_ASSIGNED, "assigned", "activities.too-many-people", MOST_ASSIGNED)
                .throwIfAny();
        requireHere(distinct, communityId, "assigned");
        return distinct;
    }

    /** Refuses people of other communities. */
    void requireHere(Set<Long> ids, long communityId, String field) {
        if (ids.isEmpty()) {
            return;
        }
        String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
        Object[] arguments = new Object[ids.size() + 1];
        arguments[0] = communityId;
        System.arraycopy(ids.toArray(), 0, arguments, 1, ids.size());
        long here =
                sql.number("SELECT COUNT(*) FROM person WHERE community_id = ? AND id IN (" + marks + ")", arguments);
        if (here != ids.size()) {
            throw DomainException.invalidField(field, "activities.person-elsewhere");
        }
    }

    private boolean teamFits(long teamId, OrgUnitView community) {
        return sql.first("SELECT org_unit_id FROM team WHERE id = ?", row -> row.number(1), teamId)
                .flatMap(tree::find)
                .filter(unit ->
                        community.path().startsWith(unit.path()) || unit.path().startsWith(community.path()))
                .isPresent();
    }
}
