package org.linli.portal.points.nomination;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.time.Clocks;

/** Objections to what is announced: anybody of the community raises one, the administrator decides. */
@Desk
public class ObjectionDesk {
    private static final int MAX_REASON = 500;
    private static final int MAX_ANSWER = 300;

    private final Caller caller;
    private final Nominations nominations;
    private final NominationNotices notices;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public ObjectionDesk(
            Caller caller, Nominations nominations, NominationNotices notices, AuditLog audit, Clock clock) {
        this.caller = caller;
        this.nominations = nominations;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Objects to an announced nomination, once.
     *
     * @throws DomainException 404 out of scope, 409 points.nomination-status, points.announcement-over or
     *     points.objected-before
     */
    public Nomination object(long id, @Nullable String reason) {
        Nomination nomination = taken(id);
        new Violations().requiredText(reason, "reason", MAX_REASON).throwIfAny();
        nomination.after(NominationAction.OBJECT);
        Nomination.Announced announced = Objects.requireNonNull(nomination.announcement());
        if (announced.until().isBefore(LocalDate.ofInstant(clock.instant(), Clocks.ZONE))) {
            throw DomainException.conflict("points.announcement-over");
        }
        String why = Objects.requireNonNull(reason).strip();
        if (!nominations.object(id, caller.personId(), why)) {
            throw DomainException.conflict("points.objected-before");
        }
        notices.objected(nomination, caller.personId());
        return nominations.find(id).orElseThrow();
    }

    /**
     * Upholds an objection, which ends the nomination, or dismisses it.
     *
     * @throws DomainException 404 out of scope, 403 without the role or with a part in it, 409 points.objection-decided
     */
    public Nomination decide(long id, long objectionId, @Nullable Boolean uphold, @Nullable String answer) {
        Nomination nomination = taken(id);
        caller.require(Role.COMMUNITY_ADMIN, nomination.communityId());
        Objection objection = nominations
                .objection(objectionId)
                .filter(found -> found.nominationId() == id)
                .orElseThrow(DomainException::notFound);
        if (nomination.concerns(caller.personId()) || objection.raisedBy() == caller.personId()) {
            throw DomainException.forbidden("points.has-a-part");
        }
        new Violations()
                .required(uphold, "uphold")
                .requiredText(answer, "answer", MAX_ANSWER)
                .throwIfAny();
        boolean ends = Boolean.TRUE.equals(uphold);
        NominationStatus next = nomination.after(ends ? NominationAction.UPHOLD : NominationAction.DISMISS);
        Objection.Status outcome = ends ? Objection.Status.UPHELD : Objection.Status.DISMISSED;
        String words = Objects.requireNonNull(answer).strip();
        if (!nominations.decide(objectionId, outcome, caller.personId(), words)) {
            throw DomainException.conflict("points.objection-decided");
        }
        if (ends) {
            nominations.settle(id, next, null);
        }
        notices.decided(nomination, objection, ends, words);
        audit.record("points.objection", nomination.communityId(), NominationDesk.subject(id), outcome + " | " + words);
        return nominations.find(id).orElseThrow();
    }

    private Nomination taken(long id) {
        caller.identity();
        Nomination nomination = nominations.take(id);
        caller.requireSees(nomination.communityId());
        return nomination;
    }
}
