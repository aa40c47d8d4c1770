package org.linli.portal.points;

import jakarta.enterprise.context.ApplicationScoped;
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
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;

/**
 * Awards, joining whatever commits them: the transaction of {@link PointsDesk} for pages, a group for REST. Therefore it reads
 * first and then writes, by SQL alone.
 */
@ApplicationScoped
public class Awards {
    private final Caller caller;
    private final Ledger ledger;
    private final LedgerQueries queries;
    private final People people;
    private final PointsNotices notices;
    private final AuditLog audit;
    private final Points maxAward;

    @Inject
    public Awards(
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
    Points max() {
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
        audit.record(
                "points.award",
                community,
                new AuditLog.Subject("points-transaction", posted.id()),
                Points.format(amount) + " | " + reason);
        long by = caller.personId();
        return posted.at() == null
                ? queries.movement(posted.id()).orElseThrow()
                : new Movement(
                        posted.id(),
                        community,
                        personId,
                        Reason.AWARD,
                        fact.sourceId(),
                        amount,
                        posted.at(),
                        by,
                        receipt,
                        null,
                        null);
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
                .requiredText(command.reason(), "reason", PointsDesk.MAX_REASON)
                .throwIfAny();
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("checked before");
        }
        return value;
    }
}
