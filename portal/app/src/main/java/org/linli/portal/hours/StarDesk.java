package org.linli.portal.hours;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.hours.persistence.StarRows;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;
import org.linli.portal.people.Role;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.rest.EntityTags;

/** Hours for the stars of a district; those who supervise the whole district or run the portal may change them. */
@Desk
public class StarDesk {
    private static final Set<Role> KEEPERS = Set.of(Role.SUPERVISOR, Role.OPERATOR);
    private static final int MOST = 100_000;

    private final Caller caller;
    private final OrgTree tree;
    private final StarRows rows;
    private final AuditLog audit;

    @Inject
    StarDesk(Caller caller, OrgTree tree, StarRows rows, AuditLog audit) {
        this.caller = caller;
        this.tree = tree;
        this.rows = rows;
        this.audit = audit;
    }

    /** The scale that holds for a community. */
    public StarScale ofCommunity(long communityId) {
        OrgUnitView unit = tree.unit(communityId);
        while (unit.level() != OrgLevel.DISTRICT && unit.parentId() != null) {
            unit = tree.unit(unit.parentId());
        }
        return unit.level() == OrgLevel.DISTRICT ? rows.of(unit.id()) : new StarScale(0, StarScale.NATIONAL, 0);
    }

    /**
     * The scale of a district; it is no secret.
     *
     * @throws DomainException 404 when there is no such district
     */
    public StarScale of(long districtId) {
        caller.identity();
        return rows.of(district(districtId).id());
    }

    /** The districts whose scale the caller may change. */
    public List<OrgUnitView> kept() {
        return caller.identity().grants().stream()
                .filter(held -> KEEPERS.contains(held.role()))
                .map(Identity.Held::unitPath)
                .distinct()
                .flatMap(path -> tree.below(path, OrgLevel.DISTRICT).stream())
                .distinct()
                .toList();
    }

    /**
     * Changes a scale from now on; whoever had a star by the old one may lose it.
     *
     * @param seenVersion version that the caller saw, 0 for the national rule
     * @param hours five rising numbers
     * @throws DomainException 404 when there is no such district, 403 without the role, 412 when somebody was faster
     */
    public StarScale change(long districtId, long seenVersion, @Nullable List<@Nullable Integer> hours) {
        caller.identity();
        OrgUnitView district = district(districtId);
        if (KEEPERS.stream().noneMatch(role -> caller.holds(role, district.id()))) {
            throw DomainException.forbidden("people.role-needed");
        }
        List<Integer> wanted = check(hours);
        StarScale before = rows.of(districtId);
        EntityTags.requireSame(seenVersion, before.version());
        if (!rows.change(before, wanted, caller.personId())) {
            throw DomainException.of(DomainException.Kind.CHANGED, "platform.changed-meanwhile");
        }
        audit.record(
                "hours.change-stars",
                null,
                new AuditLog.Subject("org-unit", districtId),
                district.name() + " " + before.hours() + " -> " + wanted);
        return rows.of(districtId);
    }

    private static List<Integer> check(@Nullable List<@Nullable Integer> hours) {
        boolean five = hours != null && hours.size() == StarScale.NATIONAL.size();
        boolean rising = five;
        int last = 0;
        if (hours != null) {
            for (Integer each : hours) {
                rising = rising && each != null && each > last && each <= MOST;
                last = each == null ? last : each;
            }
        }
        new Violations().check(rising, "hours", "hours.stars-not-rising").throwIfAny();
        return hours == null ? List.of() : hours.stream().map(StarDesk::whole).toList();
    }

    private static Integer whole(@Nullable Integer hours) {
        return hours == null ? 0 : hours;
    }

    private OrgUnitView district(long id) {
        return tree.find(id).filter(unit -> unit.level() == OrgLevel.DISTRICT).orElseThrow(DomainException::notFound);
    }
}
