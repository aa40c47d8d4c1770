package org.linli.portal.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.LedgerQueries;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.platform.time.Clocks;
import org.linli.portal.shop.persistence.Goods;
import org.linli.portal.shop.persistence.Redemptions;

/** Reads the shop: for everybody of the community, for owners, for keepers. */
@ApplicationScoped
public class ShopQueries {
    private final Caller caller;
    private final Goods goods;
    private final Redemptions redemptions;
    private final LedgerQueries ledger;
    private final Sql sql;
    private final Clock clock;

    @Inject
    public ShopQueries(
            Caller caller, Goods goods, Redemptions redemptions, LedgerQueries ledger, Sql sql, Clock clock) {
        this.caller = caller;
        this.goods = goods;
        this.redemptions = redemptions;
        this.ledger = ledger;
        this.sql = sql;
        this.clock = clock;
    }

    /** What the shop of the caller's community offers, sold-out goods last. */
    public List<RewardItem> onSale() {
        return goods.onSale(caller.communityId());
    }

    /** What the caller may spend there, hundredths of a point. */
    public long affordable() {
        return ledger.available(caller.communityId(), caller.personId());
    }

    /**
     * Goods of a shop, newest first; retired goods are shown to keepers only.
     *
     * @param communityId null for the caller's own
     * @throws DomainException 404 out of scope
     */
    public Page<RewardItem> items(@Nullable Long communityId, Window window) {
        long shop = communityId == null ? caller.communityId() : communityId;
        caller.requireSees(shop);
        return goods.list(shop, ShopRights.keeps(caller, shop), window);
    }

    /**
     * One item; retired goods only for keepers and for those who redeemed some.
     *
     * @throws DomainException 404
     */
    public RewardItem item(long id) {
        long person = caller.personId();
        return goods.find(id)
                .filter(item -> caller.sees(item.communityId()))
                .filter(item -> item.active()
                        || ShopRights.keeps(caller, item.communityId())
                        || redemptions.hasRedeemed(person, id))
                .orElseThrow(DomainException::notFound);
    }

    /**
     * Changes of a stock, for its keepers.
     *
     * @throws DomainException 404, 403
     */
    public Page<StockMovement> movements(long itemId, Window window) {
        RewardItem item = item(itemId);
        caller.require(ShopRights.KEEPERS, item.communityId());
        return goods.movements(itemId, window);
    }

    /** The caller's redemptions, newest first. */
    public Page<Redemption> mine(Window window) {
        return redemptions.ofPerson(caller.personId(), window);
    }

    /** What became of a command of the caller; empty when it was not done. */
    Optional<Redemption> done(RedeemCommand command) {
        long person = caller.personId();
        return redemptions.find(command.redemptionId()).filter(r -> r.person().personId() == person);
    }

    /**
     * A redemption of the caller or of a shop that they keep.
     *
     * @throws DomainException 404
     */
    public Redemption redemption(long id) {
        long person = caller.personId();
        return redemptions
                .find(id)
                .filter(r -> r.person().personId() == person || ShopRights.keeps(caller, r.communityId()))
                .orElseThrow(DomainException::notFound);
    }

    /** Whether the code may be shown: it is the caller's own. */
    public boolean owns(Redemption redemption) {
        return redemption.person().personId() == caller.personId();
    }

    /**
     * Redemptions of a shop in that state, for its keepers.
     *
     * @param communityId null for the shop that the caller keeps
     */
    public Page<Redemption> ofShop(@Nullable Long communityId, RedemptionStatus status, Window window) {
        return redemptions.ofShop(shop(communityId), status, window);
    }

    /** What was handed over on that day, latest first, for the keepers. */
    public List<Redemption> handedOver(@Nullable Long communityId, LocalDate date) {
        return redemptions.settled(shop(communityId), RedemptionStatus.PICKED_UP, start(date), start(date.plusDays(1)));
    }

    /** The day at the counter next to the ledger, for the keepers. */
    public DayClose dayClose(@Nullable Long communityId, LocalDate date) {
        long shop = shop(communityId);
        Instant from = start(date);
        Instant to = start(date.plusDays(1));
        long ledgerPoints = ledger.captured(shop, from, to);
        return sql.first(
                        "SELECT COALESCE(SUM(status = 'PICKED_UP'), 0),"
                                + " COALESCE(SUM(CASE WHEN status = 'PICKED_UP' THEN quantity END), 0),"
                                + " COALESCE(SUM(CASE WHEN status = 'PICKED_UP' THEN total END), 0),"
                                + " COALESCE(SUM(status = 'CANCELLED'), 0), COALESCE(SUM(status = 'EXPIRED'), 0),"
                                + " (SELECT COUNT(*) FROM redemption w WHERE w.community_id = ? AND w.status = 'RESERVED')"
                                + " FROM redemption WHERE community_id = ? AND settled_at >= ? AND settled_at < ?",
                        row -> new DayClose(
                                date,
                                row.number(1),
                                row.number(2),
                                row.number(3),
                                ledgerPoints,
                                row.number(4),
                                row.number(5),
                                row.number(6)),
                        shop,
                        shop,
                        from,
                        to)
                .orElseThrow();
    }

    /** Today in Asia/Shanghai. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    }

    /**
     * The shop that the caller keeps.
     *
     * @throws DomainException 403 when they keep none
     */
    public long shop() {
        return shop(null);
    }

    List<Long> due(int limit) {
        return redemptions.due(clock.instant(), limit);
    }

    private long shop(@Nullable Long communityId) {
        caller.identity();
        long shop = communityId != null ? communityId : ShopRights.shop(caller);
        caller.require(ShopRights.KEEPERS, shop);
        return shop;
    }

    private static Instant start(LocalDate date) {
        return date.atStartOfDay(Clocks.ZONE).toInstant();
    }
}
