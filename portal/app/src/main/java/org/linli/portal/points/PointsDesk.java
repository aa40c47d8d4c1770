package org.linli.portal.points;

import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.AccountKind;
import org.linli.portal.ledger.AccountRef;
import org.linli.portal.ledger.Cause;
import org.linli.portal.ledger.Ledger;
import org.linli.portal.ledger.LedgerQueries;
import org.linli.portal.ledger.Movement;
import org.linli.portal.ledger.Posting;
import org.linli.portal.ledger.Posting.Fact;
import org.linli.portal.ledger.Posting.Transfer;
import org.linli.portal.ledger.Reason;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.people.Caller;
import org.linli.portal.people.People;
import org.linli.portal.people.Role;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;

/** Points that an administrator gives or takes back by hand: always with a reason, always in the audit log. */
@Desk
public class PointsDesk {
    private static final int MAX_REASON = 200;

    private final Caller caller;
    private final Ledger ledger;
    private final LedgerQueries queries;
    private final People people;
    private final PointsNotices notices;
    private final AuditLog audit;
    private final Points maxAward;

    @Inject
    public PointsDesk(
            Caller caller,
            Ledger ledger,
            LedgerQueries queries,
            People people,
            PointsNotices notices,
            AuditLog audit,
            @ConfigProperty(name = "linli.points.max-award", defaultValue = "100") String maxAward) {
        this.caller = caller;
        this.ledger = ledger;
        this.queries = queries;
        this.people = people;
        this.notices = notices;
        this.audit = audit;
        this.maxAward = Points.parse(maxAward)
                .orElseThrow(() -> new IllegalArgumentException("linli.points.max-award is no amount: " + maxAward));
    }

    /** The most that one award may give. */
    public Points maxAward() {
        return maxAward;
    }

    /**
     * Gives points to somebody of a community that the caller administers, never to the caller.
     *
     * @return what moved
     * @throws DomainException 404 for people of elsewhere, 403 without the role or to oneself
     */
    public Movement award(AwardCommand command) {
        caller.identity();
        check(command);
        long personId = required(command.personId());
        long amount = required(command.points()).hundredths();
        long community = people.communityOf(personId);
        caller.require(Role.COMMUNITY_ADMIN, community);
        if (personId == caller.personId()) {
            throw DomainException.forbidden("points.not-to-yourself");
        }
        String reason = required(command.reason()).strip();
        Receipt receipt = Receipt.of("award", 1)
                .with("reason", reason)
                .with("by", caller.actorName())
                .with("amount", amount);
        Transfer transfer = new Transfer(AccountRef.common(AccountKind.ISSUANCE), AccountRef.member(personId), amount);
        Fact fact = new Fact(Reason.AWARD, command.awardId());
        Ledger.Posted posted =
                ledger.post(Posting.transfer(community, fact, transfer, new Cause(caller.personId(), receipt)));
        notices.awarded(posted.id(), personId, amount, reason);
        record("points.award", community, posted.id(), amount, reason);
        if (posted.at() == null) {
            return queries.movement(posted.id()).orElseThrow();
        }
        return new Movement(
                posted.id(),
                community,
                personId,
                Reason.AWARD,
                fact.sourceId(),
                amount,
                posted.at(),
                caller.personId(),
                receipt,
                null,
                null);
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
        notices.reversed(id, wrong.personId(), -wrong.amount(), why);
        record("points.reverse", wrong.communityId(), transactionId, -wrong.amount(), why);
        return id;
    }

    private void check(AwardCommand command) {
        Points points = command.points();
        new Violations()
                .required(command.personId(), "personId")
                .required(points, "points")
                .check(
                        points == null || (points.compareTo(Points.ZERO) > 0 && points.compareTo(maxAward) <= 0),
                        "points",
                        "points.award-out-of-range",
                        maxAward.format())
                .requiredText(command.reason(), "reason", MAX_REASON)
                .throwIfAny();
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
