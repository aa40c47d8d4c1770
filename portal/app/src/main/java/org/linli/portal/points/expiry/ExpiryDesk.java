package org.linli.portal.points.expiry;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.linli.portal.ledger.AccountKind;
import org.linli.portal.ledger.AccountRef;
import org.linli.portal.ledger.Cause;
import org.linli.portal.ledger.Ledger;
import org.linli.portal.ledger.Posting;
import org.linli.portal.ledger.Posting.Fact;
import org.linli.portal.ledger.Posting.Transfer;
import org.linli.portal.ledger.Reason;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.notices.Notice;
import org.linli.portal.notices.Notices;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.time.Clocks;
import org.linli.portal.points.policy.Policies;

/** Announces that points expire, and lets them. Called by the portal itself; every call may be made twice. */
@Desk
public class ExpiryDesk {
    private static final String WALLET = "/wallet.xhtml";

    private final ExpiryBook book;
    private final Policies policies;
    private final Ledger ledger;
    private final Notices notices;
    private final Clock clock;

    @Inject
    public ExpiryDesk(ExpiryBook book, Policies policies, Ledger ledger, Notices notices, Clock clock) {
        this.book = book;
        this.policies = policies;
        this.ledger = ledger;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Tells members of a due date, in the order of their accounts.
     *
     * @param aboveAccount where the last call ended, 0 at first
     * @return where to go on, 0 when everybody was told
     */
    public long announce(long communityId, ExpiryTerms terms, LocalDate due, long aboveAccount, int limit) {
        List<ExpiryBook.Aged> members = book.aged(communityId, terms.cutoff(due), aboveAccount, limit);
        for (ExpiryBook.Aged member : members) {
            long amount = member.amount() - book.pending(member.owner().accountId());
            if (amount > 0) {
                announce(member.owner(), terms, due, amount);
            }
        }
        return members.size() < limit
                ? 0
                : members.get(members.size() - 1).owner().accountId();
    }

    private void announce(Announcement.Owner owner, ExpiryTerms terms, LocalDate due, long amount) {
        LocalDate expiresOn = terms.expiresOn(due, today());
        Announcement announcement = new Announcement(Ids.next(), owner, due, terms.cutoff(due), amount, expiresOn);
        if (book.announce(announcement)) {
            tell("points-expire", announcement, amount);
        }
    }

    /**
     * Lets expire what was announced and is still there.
     *
     * @return whether this call did it
     */
    public boolean expire(long announcementId) {
        Announcement announced = book.find(announcementId).orElse(null);
        if (announced == null || announced.expiresOn().isAfter(today()) || !book.take(announcementId)) {
            return false;
        }
        Announcement.Owner owner = announced.owner();
        long amount = Math.min(announced.amount(), book.agedForGood(owner.accountId(), announced.cutoff()));
        if (amount == 0 || !holdsStill(announced)) {
            book.settle(announcementId, 0, null);
            return true;
        }
        Receipt receipt = Receipt.of("expiry", 1)
                .with("before", LocalDate.ofInstant(announced.cutoff(), Clocks.ZONE))
                .with("announced", announced.amount())
                .with("on", announced.expiresOn())
                .with("amount", amount);
        Transfer transfer =
                new Transfer(AccountRef.member(owner.personId()), AccountRef.common(AccountKind.EXPIRED), amount);
        Fact fact = new Fact(Reason.EXPIRY, announcementId);
        long id = ledger.post(Posting.transfer(owner.communityId(), fact, transfer, new Cause(null, receipt)))
                .id();
        book.settle(announcementId, amount, id);
        tell("points-expired", announced, amount);
        return true;
    }

    /** The terms may have changed while it was being announced. */
    private boolean holdsStill(Announcement announced) {
        ExpiryTerms terms = policies.of(announced.owner().communityId()).expiry();
        LocalDate notBefore = terms.notBefore();
        return terms.kind() != ExpiryTerms.Kind.NONE
                && terms.cutoff(announced.dueOn()).equals(announced.cutoff())
                && (notBefore == null || !announced.expiresOn().isBefore(notBefore));
    }

    private void tell(String code, Announcement announcement, long amount) {
        notices.send(new Notice(
                announcement.owner().personId(),
                code,
                List.of(Points.format(amount), announcement.expiresOn().toString()),
                WALLET,
                code + ":" + announcement.id()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    }
}
