package org.linli.portal.points.gift;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.AccountKind;
import org.linli.portal.ledger.AccountRef;
import org.linli.portal.ledger.Cause;
import org.linli.portal.ledger.Ledger;
import org.linli.portal.ledger.Posting;
import org.linli.portal.ledger.Posting.Fact;
import org.linli.portal.ledger.Posting.Transfer;
import org.linli.portal.ledger.Reason;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.time.Clocks;
import org.linli.portal.points.policy.PointsPolicy;
import org.linli.portal.points.policy.Policies;

/**
 * Members give points away: to persons in need or to the pool, where the community allows it. There is no other way for
 * points to go from one person to another.
 *
 * <p>A gift to a person is two postings through the pool's account, each with a receipt of its own: what the recipient
 * reads need not say who gave.
 */
@Desk
public class DonationDesk {
    private static final AccountRef POOL = AccountRef.common(AccountKind.POOL);

    private final Caller caller;
    private final Policies policies;
    private final Gifts gifts;
    private final Ledger ledger;
    private final GiftNotices notices;
    private final Clock clock;

    @Inject
    public DonationDesk(
            Caller caller, Policies policies, Gifts gifts, Ledger ledger, GiftNotices notices, Clock clock) {
        this.caller = caller;
        this.policies = policies;
        this.gifts = gifts;
        this.ledger = ledger;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Gives the caller's points away. The same command again gives the same gift.
     *
     * @throws DomainException 403 to oneself, 404 for somebody who is not on the list, 409 points.no-donations,
     *     points.no-pool or ledger.not-enough-points
     */
    public Donation donate(DonateCommand command) {
        long donor = caller.personId();
        long community = caller.communityId();
        command.check();
        Optional<Donation> before = gifts.donation(command.donationId());
        if (before.isPresent()) {
            return owned(before.get(), donor);
        }
        Long recipient = command.recipientId();
        InNeed inNeed = recipient == null ? null : recipient(community, recipient, donor);
        require(policies.of(community).gifts(), inNeed);
        Ledger.Posted posted = take(command, inNeed);
        if (posted.at() == null) { // somebody was faster with the very same command
            return owned(gifts.donation(command.donationId()).orElseThrow(DomainException::notFound), donor);
        }
        Donation donation = new Donation(
                command.donationId(),
                community,
                donor,
                recipient,
                command.amount(),
                command.named(),
                command.words(),
                posted.id(),
                posted.at());
        gifts.keep(donation);
        if (inNeed == null) {
            gifts.fillPool(community, donation.amount());
            notices.thanked(donation);
        } else {
            give(donation, inNeed);
        }
        return donation;
    }

    private static void require(PointsPolicy.Gifts allowed, @Nullable InNeed inNeed) {
        if (inNeed == null ? !allowed.pool() : !allowed.donations()) {
            throw DomainException.conflict(inNeed == null ? "points.no-pool" : "points.no-donations");
        }
    }

    private InNeed recipient(long community, long recipient, long donor) {
        if (recipient == donor) {
            throw DomainException.forbidden("points.not-to-yourself");
        }
        return gifts.inNeed(community, recipient, LocalDate.ofInstant(clock.instant(), Clocks.ZONE))
                .orElseThrow(DomainException::notFound);
    }

    private Ledger.Posted take(DonateCommand command, @Nullable InNeed inNeed) {
        Receipt receipt = Receipt.of(inNeed == null ? "donation-pool" : "donation", 1)
                .with("amount", command.amount())
                .with("named", command.named());
        if (inNeed != null) {
            receipt = receipt.with("to", inNeed.name()).with("reason", inNeed.name());
        }
        Transfer transfer = new Transfer(AccountRef.member(caller.personId()), POOL, command.amount());
        Fact fact = new Fact(Reason.DONATION, command.donationId());
        Cause cause = new Cause(caller.personId(), receipt);
        return ledger.post(Posting.transfer(caller.communityId(), fact, transfer, cause));
    }

    /** In the recipient's books an unnamed donor stands nowhere. */
    private void give(Donation donation, InNeed inNeed) {
        Receipt receipt = Receipt.of(donation.named() ? "gift" : "gift-unnamed", 1)
                .with("amount", donation.amount())
                .with("message", donation.message());
        if (donation.named()) {
            receipt = receipt.with("by", caller.actorName()).with("reason", caller.actorName());
        }
        Transfer transfer = new Transfer(POOL, AccountRef.member(inNeed.personId()), donation.amount());
        Fact fact = new Fact(Reason.GIFT, donation.id());
        Cause cause = new Cause(donation.named() ? donation.donorId() : null, receipt);
        ledger.post(Posting.transfer(donation.communityId(), fact, transfer, cause));
        notices.given(donation, inNeed, donation.named() ? caller.actorName() : "");
    }

    private static Donation owned(Donation donation, long donor) {
        if (donation.donorId() != donor) {
            throw DomainException.notFound();
        }
        return donation;
    }
}
