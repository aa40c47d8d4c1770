package org.linli.portal.points.nomination;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Caller;
import org.linli.portal.people.People;
import org.linli.portal.people.Role;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.time.Clocks;
import org.linli.portal.points.policy.Policies;
import org.linli.portal.points.rule.RuleBooks;

/** Nominates, seconds and votes; whoever has a part in a nomination decides nothing about it. */
@Desk
public class NominationDesk {
    /** Who sits on the panel. */
    static final Set<Role> PANEL = Set.of(Role.COMMUNITY_ADMIN, Role.ASSESSOR);

    private static final int MAX_NOTE = 200;

    private final Caller caller;
    private final People people;
    private final Policies policies;
    private final RuleBooks rules;
    private final Nominations nominations;
    private final NominationNotices notices;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public NominationDesk(
            Caller caller,
            People people,
            Policies policies,
            RuleBooks rules,
            Nominations nominations,
            NominationNotices notices,
            AuditLog audit,
            Clock clock) {
        this.caller = caller;
        this.people = people;
        this.policies = policies;
        this.rules = rules;
        this.nominations = nominations;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Nominates somebody of the caller's community, never the caller. The same command again nominates once.
     *
     * @throws DomainException 403 for oneself, 404 for people of elsewhere, 409 points.nominated-already
     */
    public Nomination nominate(NominateCommand command) {
        long by = caller.personId();
        long community = caller.communityId();
        command.check();
        Optional<Nomination> before = nominations.find(command.nominationId());
        if (before.isPresent()) {
            return before.filter(found -> found.people().nominator().id() == by).orElseThrow(DomainException::notFound);
        }
        long nominee = Objects.requireNonNull(command.nomineeId());
        if (nominee == by) {
            throw DomainException.forbidden("points.not-yourself");
        }
        if (people.communityOf(nominee) != community) {
            throw DomainException.notFound();
        }
        if (nominations.isWaiting(by, nominee)) {
            throw DomainException.conflict("points.nominated-already");
        }
        nominations.insert(community, command, by);
        return nominations.find(command.nominationId()).orElseThrow();
    }

    /**
     * A second person agrees: now the panel votes.
     *
     * @throws DomainException 404 out of scope, 403 for the nominator and the nominee, 409 points.nomination-status
     */
    public Nomination second(long id) {
        Nomination nomination = taken(id);
        requireNoPart(nomination);
        NominationStatus next = nomination.after(NominationAction.SECOND);
        int needed = policies.of(nomination.communityId()).panel().size();
        nominations.second(id, next, caller.personId(), needed);
        notices.toVote(nomination);
        return nominations.find(id).orElseThrow();
    }

    /**
     * A member of the panel votes. With the last vote needed it is announced, or rejected.
     *
     * @throws DomainException 404 out of scope, 403 without the role or with a part in it, 409 points.nomination-status or
     *     points.voted-before
     */
    public Nomination vote(long id, @Nullable Boolean approve, @Nullable String note) {
        Nomination nomination = taken(id);
        caller.require(PANEL, nomination.communityId());
        requireNoPart(nomination);
        new Violations()
                .required(approve, "approve")
                .text(note, "note", MAX_NOTE)
                .throwIfAny();
        nomination.after(NominationAction.VOTE);
        boolean yes = Boolean.TRUE.equals(approve);
        if (!nominations.vote(id, caller.personId(), yes, note == null ? "" : note.strip())) {
            throw DomainException.conflict("points.voted-before");
        }
        Nomination counted = nominations.find(id).orElseThrow();
        if (counted.votes().approvals() >= counted.votes().needed()) {
            announce(counted);
        } else if (counted.votes().rejections() >= counted.votes().needed()) {
            nominations.settle(id, counted.after(NominationAction.REJECT), null);
            notices.rejected(counted);
        }
        audit.record("points.vote", nomination.communityId(), subject(id), yes ? "yes" : "no");
        return nominations.find(id).orElseThrow();
    }

    /**
     * Whoever nominated takes it back before it is announced.
     *
     * @throws DomainException 404 for nominations of others, 409 points.nomination-status
     */
    public Nomination withdraw(long id) {
        Nomination nomination = taken(id);
        if (nomination.people().nominator().id() != caller.personId()) {
            throw DomainException.forbidden("points.only-the-nominator");
        }
        nominations.settle(id, nomination.after(NominationAction.WITHDRAW), null);
        return nominations.find(id).orElseThrow();
    }

    private void announce(Nomination nomination) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
        int days = policies.of(nomination.communityId()).panel().announceDays();
        long bonus = rules.inForce(nomination.communityId(), today).book().bonus(nomination.kind());
        Nomination.Announced announced = new Nomination.Announced(today, today.plusDays(days), bonus);
        nominations.announce(nomination.id(), nomination.after(NominationAction.APPROVE), announced);
        notices.announced(nomination, announced);
        audit.record(
                "points.nomination-announce",
                nomination.communityId(),
                subject(nomination.id()),
                nomination.kind() + " until " + announced.until());
    }

    private Nomination taken(long id) {
        caller.identity();
        Nomination nomination = nominations.take(id);
        caller.requireSees(nomination.communityId());
        return nomination;
    }

    private void requireNoPart(Nomination nomination) {
        if (nomination.concerns(caller.personId())) {
            throw DomainException.forbidden("points.has-a-part");
        }
    }

    static AuditLog.Subject subject(long id) {
        return new AuditLog.Subject("nomination", id);
    }
}
