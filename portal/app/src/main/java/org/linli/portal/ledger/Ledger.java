package org.linli.portal.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.Posting.Fact;
import org.linli.portal.ledger.Posting.Transfer;
import org.linli.portal.ledger.persistence.Accounts;
import org.linli.portal.ledger.persistence.Holds;
import org.linli.portal.ledger.persistence.Transactions;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Joins;
import org.linli.portal.platform.problem.DomainException;

/**
 * The only way in which points move. Every call joins the transaction of the fact that it belongs to: either both
 * happen or neither. Knows no callers: whoever asks has checked the right before.
 */
@ApplicationScoped
@Joins
public class Ledger {
    private final Accounts accounts;
    private final Transactions transactions;
    private final Holds holds;
    private final Clock clock;

    @Inject
    public Ledger(Accounts accounts, Transactions transactions, Holds holds, Clock clock) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.holds = holds;
        this.clock = clock;
    }

    /**
     * Posts a fact. The very same fact posted before is left as it is.
     *
     * @return the transaction, new or found
     * @throws DomainException 409 ledger.posted-differently when the fact was posted with other amounts, 409
     *     ledger.not-enough-points when it would overdraw a member
     */
    public Posted post(Posting posting) {
        return post(posting, ids(posting, clock.instant()));
    }

    /**
     * A fact in the ledger.
     *
     * @param id of the transaction
     * @param at when it was posted, null when that was before this call
     */
    public record Posted(long id, @Nullable Instant at) {}

    /**
     * Reserves points of a member: they leave what can be spent until the hold is captured or released.
     *
     * @param communityId whose ledger
     * @param personId the member
     * @param amount hundredths of a point, positive
     * @return id of the hold
     * @throws DomainException 409 ledger.not-enough-points, naming balance and price
     */
    public long hold(long communityId, long personId, long amount, Cause cause) {
        AccountRef member = AccountRef.member(personId);
        long id = Ids.next();
        Transfer transfer = new Transfer(member, AccountRef.common(AccountKind.HELD), amount);
        Posting posting = Posting.transfer(communityId, new Fact(Reason.HOLD, id), transfer, cause);
        Instant now = clock.instant();
        Map<AccountRef, Long> ids = ids(posting, now);
        post(posting, ids);
        holds.open(id, ids.getOrDefault(member, 0L), amount, now);
        return id;
    }

    /**
     * The reserved points are spent.
     *
     * @throws DomainException 404 for an unknown hold, 409 ledger.hold-settled when it was captured or released before
     */
    public void capture(long holdId, Cause cause) {
        Holds.Hold hold = settle(holdId, Holds.Status.CAPTURED);
        Transfer transfer = new Transfer(
                AccountRef.common(AccountKind.HELD), AccountRef.common(AccountKind.REDEEMED), hold.amount());
        post(Posting.transfer(hold.communityId(), new Fact(Reason.CAPTURE, holdId), transfer, cause));
    }

    /**
     * The reserved points go back to the member.
     *
     * @throws DomainException 404 for an unknown hold, 409 ledger.hold-settled when it was captured or released before
     */
    public void release(long holdId, Cause cause) {
        Holds.Hold hold = settle(holdId, Holds.Status.RELEASED);
        Transfer transfer =
                new Transfer(AccountRef.common(AccountKind.HELD), AccountRef.member(hold.ownerId()), hold.amount());
        post(Posting.transfer(hold.communityId(), new Fact(Reason.RELEASE, holdId), transfer, cause));
    }

    /**
     * Takes a mistaken transaction back by its opposite; both stay.
     *
     * @return id of the reversing transaction
     * @throws DomainException 404 for an unknown transaction, 409 ledger.not-reversible, ledger.already-reversed or
     *     ledger.reversal-overdraws when the member has spent the points already
     */
    public long reverse(long transactionId, Cause cause) {
        Transactions.Kept wrong = transactions.find(transactionId).orElseThrow(DomainException::notFound);
        if (!wrong.fact().reason().isReversible()) {
            throw DomainException.conflict("ledger.not-reversible");
        }
        Fact fact = new Fact(Reason.REVERSAL, transactionId);
        Transactions.Kept reversal = kept(wrong.communityId(), fact, cause, transactionId, clock.instant());
        if (!transactions.insert(reversal)) {
            throw DomainException.conflict("ledger.already-reversed");
        }
        transactions.insertEntries(reversal.id(), opposite(transactions.entries(transactionId)));
        moveBalances(opposite(transactions.memberEntries(transactionId)), "ledger.reversal-overdraws");
        return reversal.id();
    }

    private Transactions.Kept kept(long communityId, Fact fact, Cause cause, @Nullable Long reversesId, Instant now) {
        String receipt = cause.receipt() == null ? null : cause.receipt().toJson();
        return new Transactions.Kept(Ids.next(), communityId, fact, reversesId, now, cause.by(), receipt);
    }

    private Posted post(Posting posting, Map<AccountRef, Long> ids) {
        Map<Long, Long> amounts = new LinkedHashMap<>();
        Map<Long, Long> members = new HashMap<>();
        for (Line line : posting.lines()) {
            Long id = ids.get(line.account());
            if (id == null) {
                throw new IllegalStateException("account was not opened: " + line.account());
            }
            amounts.put(id, line.amount());
            if (line.account().kind() == AccountKind.MEMBER) {
                members.put(id, line.amount());
            }
        }
        Transactions.Kept kept = kept(posting.communityId(), posting.fact(), posting.cause(), null, clock.instant());
        if (!transactions.insert(kept)) {
            return new Posted(sameAsBefore(posting.fact(), amounts), null);
        }
        transactions.insertEntries(kept.id(), amounts);
        moveBalances(members, "ledger.not-enough-points");
        return new Posted(kept.id(), kept.postedAt());
    }

    private Map<AccountRef, Long> ids(Posting posting, Instant now) {
        List<AccountRef> wanted = posting.lines().stream().map(Line::account).toList();
        return accounts.ids(posting.communityId(), wanted, now);
    }

    private static Map<Long, Long> opposite(Map<Long, Long> amounts) {
        Map<Long, Long> opposite = new HashMap<>();
        amounts.forEach((account, amount) -> opposite.put(account, -amount));
        return opposite;
    }

    /** In the order of ids, so that two transactions over the same members never wait for each other in a ring. */
    private void moveBalances(Map<Long, Long> members, String overdrawn) {
        for (Map.Entry<Long, Long> move : new TreeMap<>(members).entrySet()) {
            long account = move.getKey();
            long amount = move.getValue();
            if (amount > 0) {
                accounts.credit(account, amount);
            } else if (!accounts.debit(account, -amount)) {
                throw DomainException.conflict(
                        overdrawn, Points.format(accounts.balance(account)), Points.format(-amount));
            }
        }
    }

    private long sameAsBefore(Fact fact, Map<Long, Long> amounts) {
        long before = transactions
                .find(fact)
                .orElseThrow(() -> new IllegalStateException("duplicate but not there: " + fact));
        if (!transactions.entries(before).equals(amounts)) {
            throw DomainException.conflict("ledger.posted-differently");
        }
        return before;
    }

    private Holds.Hold settle(long holdId, Holds.Status outcome) {
        Holds.Hold hold = holds.find(holdId).orElseThrow(DomainException::notFound);
        if (!holds.settle(holdId, outcome, clock.instant())) {
            throw DomainException.conflict("ledger.hold-settled");
        }
        return hold;
    }
}
