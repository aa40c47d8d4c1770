package org.linli.portal.shop;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.Cause;
import org.linli.portal.ledger.Ledger;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.security.Tokens;
import org.linli.portal.shop.persistence.Goods;
import org.linli.portal.shop.persistence.Redemptions;

/**
 * Redeems goods for points and takes redemptions back. Points and pieces move together or not at all.
 *
 * <p>Locks are taken in one order: the redemption, the member's balance, last the stock, which is the hot row. Its update
 * comes before the rows that refer to it: a foreign key would else share its lock first and two buyers would deadlock.
 */
@Desk
public class ShopDesk {
    /** How long reserved goods wait to be fetched. */
    public static final Duration KEPT_FOR = Duration.ofDays(7);

    /** Most pieces of one redemption. */
    public static final int MAX_QUANTITY = 20;

    private static final int CODE_DIGITS = 8;
    private static final int CODE_ATTEMPTS = 10;

    private final Caller caller;
    private final Goods goods;
    private final Redemptions redemptions;
    private final Ledger ledger;
    private final ShopNotices notices;
    private final Clock clock;

    @Inject
    public ShopDesk(
            Caller caller, Goods goods, Redemptions redemptions, Ledger ledger, ShopNotices notices, Clock clock) {
        this.caller = caller;
        this.goods = goods;
        this.redemptions = redemptions;
        this.ledger = ledger;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Reserves pieces and holds their price. The same command again gives the same redemption.
     *
     * @throws DomainException 404 for goods of elsewhere, 409 shop.sold-out, shop.not-on-sale, shop.price-changed or
     *     ledger.not-enough-points
     */
    public Redemption redeem(RedeemCommand command) {
        long person = caller.personId();
        new Violations().range(command.quantity(), "quantity", 1, MAX_QUANTITY).throwIfAny();
        Optional<Redemption> before = redemptions.find(command.redemptionId());
        if (before.isPresent()) {
            return owned(before.get(), person);
        }
        RewardItem item = goods.find(command.itemId())
                .filter(found -> found.communityId() == caller.communityId())
                .orElseThrow(DomainException::notFound);
        requireAvailable(item, command.quantity());
        if (command.seenPrice() != null && command.seenPrice() != item.price()) {
            throw DomainException.conflict("shop.price-changed");
        }
        long hold = ledger.hold(
                item.communityId(),
                person,
                Math.multiplyExact(item.price(), command.quantity()),
                new Cause(person, receipt(item, command.quantity())));
        if (!goods.take(item, command.quantity())) {
            throw missed(item, command.quantity());
        }
        reserve(new Redemptions.New(
                command.redemptionId(),
                item,
                person,
                command.quantity(),
                hold,
                clock.instant().plus(KEPT_FOR)));
        return redemptions.find(command.redemptionId()).orElseThrow();
    }

    /**
     * The owner does without, or the keeper cannot hand it over: the points come back, the pieces return.
     *
     * @throws DomainException 404 for redemptions of others, 409 when it is over already
     */
    public Redemption cancel(long redemptionId) {
        long person = caller.personId();
        Redemption redemption = redemptions.find(redemptionId).orElseThrow(DomainException::notFound);
        if (redemption.person().personId() != person && !ShopRights.keeps(caller, redemption.communityId())) {
            throw DomainException.notFound();
        }
        if (!redemptions.settle(redemptionId, RedemptionStatus.CANCELLED, person)) {
            throw ShopRights.over(redemptions.find(redemptionId).orElseThrow());
        }
        giveBack(redemption, RedemptionStatus.CANCELLED, person);
        if (redemption.person().personId() != person) {
            notices.cancelled(redemption);
        }
        return redemptions.find(redemptionId).orElseThrow();
    }

    /** Nobody came: as cancelled, by the portal itself. Safe to be called twice; false when it was over already. */
    public boolean expire(long redemptionId) {
        Redemption redemption = redemptions.find(redemptionId).orElseThrow(DomainException::notFound);
        if (redemption.times().expiresAt().isAfter(clock.instant())
                || !redemptions.settle(redemptionId, RedemptionStatus.EXPIRED, null)) {
            return false;
        }
        giveBack(redemption, RedemptionStatus.EXPIRED, null);
        notices.expired(redemption);
        return true;
    }

    private void reserve(Redemptions.New redemption) {
        boolean inserted = false;
        for (int attempt = 0; !inserted; attempt++) {
            if (attempt == CODE_ATTEMPTS) {
                throw new IllegalStateException("no free pick-up code in " + CODE_ATTEMPTS + " attempts");
            }
            inserted = redemptions.insert(redemption, Tokens.digits(CODE_DIGITS));
        }
        goods.moved(new Goods.Change(
                redemption.item().id(),
                -redemption.quantity(),
                StockMovement.Reason.RESERVED,
                redemption.id(),
                redemption.personId(),
                ""));
    }

    private void giveBack(Redemption redemption, RedemptionStatus outcome, @Nullable Long by) {
        Receipt receipt = Receipt.of("redemption-returned", 1)
                .with("item", redemption.goods().words().name())
                .with("itemEn", redemption.goods().words().nameEn())
                .with("quantity", redemption.goods().quantity())
                .with("outcome", outcome)
                .with("amount", redemption.total());
        ledger.release(redemption.holdId(), new Cause(by, receipt));
        goods.add(redemption.goods().itemId(), redemption.goods().quantity());
        goods.moved(new Goods.Change(
                redemption.goods().itemId(),
                redemption.goods().quantity(),
                StockMovement.Reason.RETURNED,
                redemption.id(),
                by,
                ""));
    }

    private static Receipt receipt(RewardItem item, int quantity) {
        return Receipt.of("redemption", 1)
                .with("item", item.words().name())
                .with("itemEn", item.words().nameEn())
                .with("price", item.price())
                .with("quantity", quantity)
                .with("amount", item.price() * quantity);
    }

    private static Redemption owned(Redemption redemption, long person) {
        if (redemption.person().personId() != person) {
            throw DomainException.notFound();
        }
        return redemption;
    }

    /** Says why the pieces could not be taken, looking again. */
    private DomainException missed(RewardItem seen, int quantity) {
        RewardItem now = goods.find(seen.id()).orElseThrow(DomainException::notFound);
        requireAvailable(now, quantity);
        if (now.price() != seen.price()) {
            return DomainException.conflict("shop.price-changed");
        }
        return DomainException.conflict("platform.changed-meanwhile");
    }

    private static void requireAvailable(RewardItem item, int quantity) {
        if (!item.active()) {
            throw DomainException.conflict("shop.not-on-sale");
        }
        if (item.stock() < quantity) {
            throw DomainException.conflict("shop.sold-out", item.stock());
        }
    }
}
