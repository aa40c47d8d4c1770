package org.linli.portal.people;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.people.GrantView.Status;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;

/** Roles are given, approved, refused and ended here; never to oneself, never above one's own reach. */
@Desk
public class GrantDesk {
    private final Grants grants;
    private final People people;
    private final OrgTree tree;
    private final Caller caller;
    private final Decisions decisions;

    @Inject
    public GrantDesk(Grants grants, People people, OrgTree tree, Caller caller, Decisions decisions) {
        this.grants = grants;
        this.people = people;
        this.tree = tree;
        this.caller = caller;
        this.decisions = decisions;
    }

    /**
     * A role to be given.
     *
     * @param from first day, today when null
     * @param to last day, open when null
     */
    public record GiveRole(
            long personId,
            long unitId,
            @Nullable Role role,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** A person's roles, pending first; for those who see the person. */
    public List<GrantView> of(long personId) {
        PersonView person = people.person(personId);
        if (personId != caller.personId()) {
            caller.requireSees(person.communityId());
            if (!caller.worksIn(PeopleDesk.WORKERS, person.communityId())) {
                throw DomainException.forbidden("people.role-needed");
            }
        }
        return grants.of(personId);
    }

    /**
     * Gives a role at once. Volunteers are not made: they apply, with what they can do and when, and are approved.
     *
     * @throws DomainException 400 people.volunteers-apply
     */
    public GrantView give(GiveRole command) {
        new Violations()
                .required(command.role(), "role")
                .check(
                        command.to() == null
                                || !command.to().isBefore(command.from() == null ? grants.today() : command.from()),
                        "to",
                        "people.ends-before-start")
                .throwIfAny();
        Role role = command.role() == null ? Role.RESIDENT : command.role();
        PersonView person = people.person(command.personId());
        caller.requireSees(person.communityId());
        OrgUnitView unit = tree.find(command.unitId())
                .filter(found -> found.communityId() == null || caller.sees(found.communityId()))
                .orElseThrow(DomainException::notFound);
        GrantRule.check(caller.identity(), command.personId(), role, unit);
        if (role == Role.VOLUNTEER) {
            // the role alone has no profile, and who holds it can not apply for one any more
            throw DomainException.invalidField("role", "people.volunteers-apply");
        }
        if (grants.isLive(command.personId(), command.unitId(), role)) {
            throw DomainException.conflict("people.role-held-already");
        }
        long id = grants.add(
                new Grants.NewGrant(person.id(), unit.id(), role, Status.ACTIVE, command.from(), command.to()),
                caller.personId());
        GrantView given = grants.find(id).orElseThrow();
        decisions.announce("people.grant", person.communityId(), given);
        return given;
    }

    /** Approves what was asked for. */
    public GrantView approve(long grantId, long version) {
        return decide(grantId, version, Status.PENDING, Status.ACTIVE);
    }

    /** Refuses what was asked for. */
    public GrantView refuse(long grantId, long version) {
        return decide(grantId, version, Status.PENDING, Status.REFUSED);
    }

    /**
     * Ends a role today. The last administrator of a community cannot end their own, and nobody their being a resident:
     * without any role the portal would have nothing left for them, and they could not undo it.
     *
     * @throws DomainException 403 people.resident-stays, 409 people.last-admin
     */
    public GrantView end(long grantId, long version) {
        GrantView grant = visible(grantId);
        if (grant.personId() != caller.personId()) {
            return decide(grantId, version, Status.ACTIVE, Status.ENDED);
        }
        if (grant.role() == Role.RESIDENT) {
            throw DomainException.forbidden("people.resident-stays");
        }
        requireState(grant, version, Status.ACTIVE);
        if (grant.role() == Role.COMMUNITY_ADMIN && grants.countLocked(grant.unitId(), grant.role()) <= 1) {
            throw DomainException.conflict("people.last-admin");
        }
        return apply(grant, Status.ENDED);
    }

    private GrantView decide(long grantId, long version, Status from, Status to) {
        GrantView grant = visible(grantId);
        GrantRule.check(caller.identity(), grant.personId(), grant.role(), tree.unit(grant.unitId()));
        requireState(grant, version, from);
        return apply(grant, to);
    }

    private GrantView visible(long grantId) {
        GrantView grant = grants.find(grantId).orElseThrow(DomainException::notFound);
        caller.requireSees(people.person(grant.personId()).communityId());
        return grant;
    }

    private static void requireState(GrantView grant, long version, Status state) {
        if (grant.status() != state) {
            throw DomainException.conflict("people.grant-decided-already");
        }
        if (grant.version() != version) {
            throw DomainException.of(DomainException.Kind.CHANGED, "platform.changed-meanwhile");
        }
    }

    private GrantView apply(GrantView grant, Status to) {
        grants.decide(grant, to, caller.personId());
        GrantView decided = grants.find(grant.id()).orElseThrow();
        decisions.announce(
                "people." + to.name().toLowerCase(Locale.ROOT),
                people.person(grant.personId()).communityId(),
                decided);
        return decided;
    }
}
