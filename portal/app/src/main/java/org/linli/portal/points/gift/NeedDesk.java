package org.linli.portal.points.gift;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.linli.portal.people.Caller;
import org.linli.portal.people.People;
import org.linli.portal.people.Role;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.time.Clocks;

/** Keeps the list of persons in need. Why somebody stands on it is no matter of the audit log: it is personal. */
@Desk
public class NeedDesk {
    private final Caller caller;
    private final People people;
    private final Gifts gifts;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public NeedDesk(Caller caller, People people, Gifts gifts, AuditLog audit, Clock clock) {
        this.caller = caller;
        this.people = people;
        this.gifts = gifts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Puts somebody on the list, never the caller.
     *
     * @throws DomainException 404 for people of elsewhere, 403 without the role or for oneself, 409
     *     points.in-need-already
     */
    public InNeed add(long community, NeedCommand command) {
        caller.identity();
        caller.requireAtCommunity(Set.of(Role.COMMUNITY_ADMIN), community);
        command.check();
        long person = Objects.requireNonNull(command.personId());
        if (people.communityOf(person) != community) {
            throw DomainException.notFound();
        }
        if (person == caller.personId()) {
            throw DomainException.forbidden("points.not-for-yourself");
        }
        gifts.endLapsed(person, LocalDate.ofInstant(clock.instant(), Clocks.ZONE));
        long id = gifts.add(community, command, caller.personId())
                .orElseThrow(() -> DomainException.conflict("points.in-need-already"));
        audit.record(
                "points.in-need",
                community,
                new AuditLog.Subject("person", person),
                command.from() + " – " + command.to());
        return gifts.need(id).orElseThrow();
    }

    /**
     * Takes somebody off the list.
     *
     * @throws DomainException 404 out of scope, 403 without the role, 409 points.in-need-ended
     */
    public InNeed end(long community, long id) {
        caller.identity();
        caller.requireAtCommunity(Set.of(Role.COMMUNITY_ADMIN), community);
        InNeed need =
                gifts.need(id).filter(found -> found.communityId() == community).orElseThrow(DomainException::notFound);
        if (!gifts.end(id, caller.personId())) {
            throw DomainException.conflict("points.in-need-ended");
        }
        audit.record("points.in-need-end", need.communityId(), new AuditLog.Subject("person", need.personId()), "");
        return gifts.need(id).orElseThrow();
    }
}
