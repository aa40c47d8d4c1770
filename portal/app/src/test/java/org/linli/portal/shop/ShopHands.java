package org.linli.portal.shop;

import java.time.Clock;
import java.time.Duration;
import org.linli.portal.ledger.Ledger;
import org.linli.portal.notices.Notices;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.shop.persistence.Goods;
import org.linli.portal.shop.persistence.GoodsReserve;
import org.linli.portal.shop.persistence.Redemptions;

/** The desks of the shop wired by hand, for tests of other packages. */
public final class ShopHands {
    public final ShopDesk shop;
    public final Counter counter;
    public final GoodsDesk keeper;
    public final Goods goods;
    private final ShopDesk later;

    public ShopHands(Sql sql, Caller caller, Ledger ledger, AuditLog audit, Notices notices) {
        Clock clock = Clock.systemUTC();
        goods = new Goods(sql, clock);
        Redemptions redemptions = new Redemptions(sql, clock);
        ShopNotices words = new ShopNotices(notices);
        Reserve reserve = new Reserve(new GoodsReserve(sql), ledger);
        shop = new ShopDesk(
                new Redeeming(caller, goods, redemptions, ledger, clock),
                caller,
                goods,
                redemptions,
                ledger,
                words,
                clock);
        Clock ahead = Clock.offset(clock, ShopDesk.KEPT_FOR.plus(Duration.ofDays(1)));
        later = new ShopDesk(
                new Redeeming(caller, goods, redemptions, ledger, ahead),
                caller,
                goods,
                redemptions,
                ledger,
                words,
                ahead);
        counter = new Counter(caller, redemptions, ledger, reserve, words, clock);
        keeper = new GoodsDesk(caller, goods, reserve, audit);
    }

    /** New goods of the caller's shop with that price and stock. */
    public long item(long price, int stock) {
        ItemCommand command = new ItemCommand("大米" + Ids.next(), "Rice", "", "bag", Points.of(price));
        long id = keeper.add(null, command).id();
        deliver(id, stock);
        return id;
    }

    /** So many pieces came. */
    public void deliver(long item, int pieces) {
        keeper.deliver(item, new GoodsDesk.StockChange(Ids.next(), pieces, "到货"));
    }

    /** As if nobody had come for it in time. */
    public boolean lapse(long redemption) {
        return later.expire(redemption);
    }
}
