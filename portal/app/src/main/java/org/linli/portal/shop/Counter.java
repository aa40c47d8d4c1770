package org.linli.portal.shop;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.Cause;
import org.linli.portal.ledger.Ledger;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.shop.persistence.Redemptions;

/**
 * 取货: hands reserved goods to whoever brings the code, once, and spends the held points. To be called through {@link
 * PickUpGuesses}.
 */
@Desk
public class Counter {
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final Caller caller;
    private final Redemptions redemptions;
    private final Ledger ledger;
    private final Reserve reserve;
    private final ShopNotices notices;
    private final Clock clock;

    @Inject
    public Counter(
            Caller caller, Redemptions redemptions, Ledger ledger, Reserve reserve, ShopNotices notices, Clock clock) {
        this.caller = caller;
        this.redemptions = redemptions;
        this.ledger = ledger;
        this.reserve = reserve;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Hands over what the code stands for.
     *
     * @param communityId whose counter, null for the one that the caller keeps
     * @param code eight digits, spaces are forgiven
     * @return the redemption, fetched now
     * @throws DomainException 403 for others than the shopkeeper and for one's own, 404 shop.wrong-code (also for a code of another shop),
     *     409 when it was fetched, cancelled or lapsed before
     */
    public Redemption handOver(@Nullable Long communityId, @Nullable String code) {
        long shop = communityId == null ? ShopRights.shop(caller) : communityId;
        caller.require(Role.SHOPKEEPER, shop);
        String digits = code == null ? "" : code.replaceAll("[\\s-]", "");
        if (!digits.matches("[0-9]{8}")) {
            throw DomainException.invalidField("code", "shop.code-has-eight-digits");
        }
        Redemption redemption = redemptions.findLive(shop, digits).orElseThrow(() -> refused(shop, digits));
        if (redemption.person().personId() == caller.personId()) {
            throw DomainException.forbidden("shop.own-redemption"); // a second person sees what leaves the shop
        }
        if (!redemptions.settle(redemption.id(), RedemptionStatus.PICKED_UP, caller.personId())) {
            throw refused(shop, digits);
        }
        ledger.capture(redemption.holdId(), new Cause(caller.personId(), null));
        reserve.handedOver(redemption, caller.personId());
        notices.pickedUp(redemption);
        return redemptions.find(redemption.id()).orElseThrow();
    }

    private DomainException refused(long shop, String digits) {
        long since = Ids.at(clock.instant().minus(REMEMBERED), 0);
        return redemptions
                .findSettled(shop, digits, since)
                .map(ShopRights::over)
                .orElseGet(() -> DomainException.of(DomainException.Kind.NOT_FOUND, PickUpGuesses.WRONG));
    }
}
