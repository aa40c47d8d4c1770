package org.linli.portal.points;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.Cause;
import org.linli.portal.ledger.Ledger;
import org.linli.portal.ledger.LedgerQueries;
import org.linli.portal.ledger.Movement;
import org.linli.portal.ledger.Reason;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;

/** Points that an administrator gives or takes back by hand: always with a reason, always in the audit log. */
@Desk
public class PointsDesk {
    static final int MAX_REASON = 200;

    private final Caller caller;
    private final Ledger ledger;
    private final LedgerQueries queries;
    private final Awards awards;
    private final PointsNotices notices;
    private final AuditLog audit;
    private final EarnedPoints earned;

    @Inject
    public PointsDesk(
            Caller caller,
            Ledger ledger,
            LedgerQueries queries,
            Awards awards,
            EarnedPoints earned,
            PointsNotices notices,
            AuditLog audit) {
        this.caller = caller;
        this.ledger = ledger;
        this.queries = queries;
        this.awards = awards;
        this.notices = notices;
        this.audit = audit;
        this.earned = earned;
    }

    /** The most that one award may give. */
    public Points maxAward() {
        return awards.max();
    }

    /**
     * Gives points to somebody of a community that the caller administers, never to the caller.
     *
     * @return what moved
     * @throws DomainException 404 for people of elsewhere, 403 without the role or to oneself
     */
    public Movement award(AwardCommand command) {
        return awards.award(command);
    }

    /**
     * Takes a mistaken payment or award back.
     *
     * @return id of the reversing transaction
     * @throws DomainException 404 out of scope, 403 without the role or for one's own points, 409 when it cannot be
     *     taken back
     */
    public long reverse(long transactionId, @Nullable String reason) {
        caller.identity();
        new Violations().requiredText(reason, "reason", MAX_REASON).throwIfAny();
        Movement wrong = queries.movement(transactionId).orElseThrow(DomainException::notFound);
        caller.require(Role.COMMUNITY_ADMIN, wrong.communityId());
        if (wrong.personId() == caller.personId()) {
            throw DomainException.forbidden("points.not-your-own");
        }
        String why = required(reason).strip();
        Receipt receipt = Receipt.of("reversal", 1)
                .with("reason", why)
                .with("by", caller.actorName())
                .with("amount", -wrong.amount());
        long id = ledger.reverse(transactionId, new Cause(caller.personId(), receipt));
        if (wrong.reason() == Reason.SERVICE) {
            Movement back = queries.movement(id).orElseThrow();
            earned.takenBack(wrong.sourceId(), back.postedAt());
        }
        notices.reversed(id, wrong.personId(), -wrong.amount(), why);
        record("points.reverse", wrong.communityId(), transactionId, -wrong.amount(), why);
        return id;
    }

    private void record(String action, long communityId, long transactionId, long amount, String reason) {
        String detail = Points.format(amount) + " | " + reason;
        audit.record(action, communityId, new AuditLog.Subject("points-transaction", transactionId), detail);
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("checked before");
        }
        return value;
    }
}
