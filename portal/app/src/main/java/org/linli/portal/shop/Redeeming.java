package org.linli.portal.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.linli.portal.ledger.Cause;
import org.linli.portal.ledger.Ledger;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.security.Tokens;
import org.linli.portal.shop.persistence.Goods;
import org.linli.portal.shop.persistence.Redemptions;

/**
 * Reserves goods, joining whatever commits it: the transaction of {@link ShopDesk} for pages, a group for REST. Therefore it
 * reads first and then writes, by SQL alone.
 *
 * <p>Locks are taken in one order: the redemption, the member's balance, last the stock, which is the hot row. Its update
 * comes before the rows that refer to it: a foreign key would else share its lock first and two buyers would deadlock.
 */
@ApplicationScoped
public class Redeeming {
    private static final int CODE_DIGITS = 8;
    private static final int CODE_ATTEMPTS = 10;

    private final Caller caller;
    private final Goods goods;
    private final Redemptions redemptions;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    public Redeeming(Caller caller, Goods goods, Redemptions redemptions, Ledger ledger, Clock clock) {
        this.caller = caller;
        this.goods = goods;
        this.redemptions = redemptions;
        this.ledger = ledger;
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
        new Violations()
                .range(command.quantity(), "quantity", 1, ShopDesk.MAX_QUANTITY)
                .throwIfAny();
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
        Redemption.Owner owner = new Redemption.Owner(person, caller.identity().name());
        return reserve(command, item, owner, hold);
    }

    private Redemption reserve(RedeemCommand command, RewardItem item, Redemption.Owner owner, long hold) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as it is kept
        Redemptions.New redemption = new Redemptions.New(
                command.redemptionId(),
                item,
                owner.personId(),
                command.quantity(),
                hold,
                new Redemption.Times(now, now.plus(ShopDesk.KEPT_FOR), null));
        String code = insert(redemption);
        goods.moved(new Goods.Change(
                item.id(), -command.quantity(), StockMovement.Reason.RESERVED, redemption.id(), owner.personId(), ""));
        return new Redemption(
                redemption.id(),
                item.communityId(),
                new Redemption.Goods(item.id(), item.words(), command.quantity()),
                owner,
                item.price() * command.quantity(),
                RedemptionStatus.RESERVED,
                code,
                hold,
                redemption.times());
    }

    private String insert(Redemptions.New redemption) {
        for (int attempt = 0; attempt < CODE_ATTEMPTS; attempt++) {
            String code = Tokens.digits(CODE_DIGITS);
            if (redemptions.insert(redemption, code)) {
                return code;
            }
        }
        throw new IllegalStateException("no free pick-up code in " + CODE_ATTEMPTS + " attempts");
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
