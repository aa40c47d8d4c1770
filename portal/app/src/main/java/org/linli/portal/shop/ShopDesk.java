package org.linli.portal.shop;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.Cause;
import org.linli.portal.ledger.Ledger;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.shop.persistence.Goods;
import org.linli.portal.shop.persistence.Redemptions;

/**
 * Redeems goods for points and takes redemptions back. Points and pieces move together or not at all.
 */
@Desk
public class ShopDesk {
    /** How long reserved goods wait to be fetched. */
    public static final Duration KEPT_FOR = Duration.ofDays(7);

    /** Most pieces of one redemption. */
    public static final int MAX_QUANTITY = 20;

    private final Redeeming redeeming;
    private final Caller caller;
    private final Goods goods;
    private final Redemptions redemptions;
    private final Ledger ledger;
    private final ShopNotices notices;
    private final Clock clock;

    @Inject
    public ShopDesk(
            Redeeming redeeming,
            Caller caller,
            Goods goods,
            Redemptions redemptions,
            Ledger ledger,
            ShopNotices notices,
            Clock clock) {
        this.redeeming = redeeming;
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
        return redeeming.redeem(command);
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
}
