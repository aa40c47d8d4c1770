package org.linli.portal.shop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.linli.database.TestDatabase;
import org.linli.portal.ledger.LedgerFixture;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;
import org.linli.portal.people.Role;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.security.AttemptCount;
import org.linli.portal.platform.security.Attempts;
import org.linli.portal.platform.security.Guesses;
import org.linli.portal.shop.persistence.Goods;
import org.linli.portal.shop.persistence.GoodsReserve;
import org.linli.portal.shop.persistence.Redemptions;

/** A shop on the ledger's fixture, wired by hand; every thread may be another caller. */
final class ShopFixture {
    static final long COMMUNITY = LedgerFixture.COMMUNITY;

    final LedgerFixture books;
    final Somebody caller = new Somebody();
    final Goods goods;
    final Redemptions redemptions;
    final AuditLog audit;
    final ShopDesk shop;
    final Counter counter;
    final PickUpGuesses guesses;
    final GoodsDesk keeper;
    final ShopQueries queries;
    final ReserveDesk opening;
    final CoverageQueries coverage;

    ShopFixture() {
        this(TestDatabase.Engine.MARIADB);
    }

    ShopFixture(TestDatabase.Engine engine) {
        books = new LedgerFixture(engine);
        goods = new Goods(books.sql, Clock.systemUTC());
        redemptions = new Redemptions(books.sql, Clock.systemUTC());
        audit = new AuditLog(books.sql, Clock.systemUTC(), caller);
        shop = desk(Clock.systemUTC());
        Reserve reserve = new Reserve(new GoodsReserve(books.sql), books.ledger);
        counter = new Counter(caller, redemptions, books.ledger, reserve, notices(), Clock.systemUTC());
        guesses = new PickUpGuesses(
                caller, new Guesses(new Attempts(new AttemptCount(books.sql, Clock.systemUTC()))), audit);
        keeper = new GoodsDesk(caller, goods, reserve, audit);
        opening = new ReserveDesk(new GoodsReserve(books.sql), reserve);
        coverage = new CoverageQueries(caller, books.queries, books.sql);
        queries = new ShopQueries(caller, goods, redemptions, books.queries, books.sql, Clock.systemUTC());
    }

    /** Redeems, for whatever commits it. */
    Redeeming redeeming(Clock clock) {
        return new Redeeming(caller, goods, redemptions, books.ledger, clock);
    }

    private ShopDesk desk(Clock clock) {
        return new ShopDesk(redeeming(clock), caller, goods, redemptions, books.ledger, notices(), clock);
    }

    private ShopNotices notices() {
        return new ShopNotices(books.notices);
    }

    /** Redeems as the page does. */
    Redemption press(long buyer, RedeemCommand command) {
        as(buyer, Role.RESIDENT);
        ShopDesk desk =
                new ShopDesk(
                        redeeming(Clock.systemUTC()),
                        caller,
                        goods,
                        redemptions,
                        books.ledger,
                        notices(),
                        Clock.systemUTC()) {
                    @Override
                    public Redemption redeem(RedeemCommand wanted) {
                        return books.transactions.run(() -> super.redeem(wanted));
                    }
                };
        ShopQueries reads = new ShopQueries(caller, goods, redemptions, books.queries, books.sql, Clock.systemUTC()) {
            @Override
            Optional<Redemption> done(RedeemCommand wanted) {
                return books.transactions.run(() -> super.done(wanted));
            }
        };
        return new RedeemOnce(desk, reads).redeem(command);
    }

    /** A desk whose clock is ahead by that time. */
    ShopDesk later(Duration ahead) {
        return desk(Clock.fixed(Instant.now().plus(ahead), ZoneOffset.UTC));
    }

    /** A new person with points. */
    long person(long points) {
        long id = Ids.next();
        books.transactions.run(() -> {
            books.sql.update(
                    "INSERT INTO person (id, community_id, home_unit_id, name, public_number, created_at)"
                            + " VALUES (?, 7, 7, '王秀英', ?, '2026-01-01')",
                    id,
                    Long.toString(id, 36));
        });
        if (points > 0) {
            books.give(id, points);
        }
        return id;
    }

    /** Goods with that price and stock, put there by a shopkeeper. */
    long item(long price, int stock) {
        long keeperId = person(0);
        return books.transactions.run(() -> {
            as(keeperId, Role.SHOPKEEPER);
            ItemCommand command = new ItemCommand("大米" + Ids.next(), "Rice", "", "bag", Points.of(price));
            long id = keeper.add(null, command).id();
            keeper.deliver(id, new GoodsDesk.StockChange(Ids.next(), stock, "开张"));
            return id;
        });
    }

    /** From now on this thread is that person. */
    void as(long personId, Role... roles) {
        List<Identity.Held> grants = Set.of(roles).stream()
                .map(role -> new Identity.Held(role, COMMUNITY, "7/"))
                .toList();
        caller.present.set(new Identity(personId, "王秀英", COMMUNITY, grants));
    }

    Redemption redeem(long personId, long itemId, int quantity) {
        return redeem(personId, new RedeemCommand(Ids.next(), itemId, quantity, null));
    }

    Redemption redeem(long personId, RedeemCommand command) {
        return books.transactions.run(() -> {
            as(personId);
            return shop.redeem(command);
        });
    }

    Redemption cancel(long personId, long redemptionId, Role... roles) {
        return books.transactions.run(() -> {
            as(personId, roles);
            return shop.cancel(redemptionId);
        });
    }

    Redemption handOver(long keeperId, String code) {
        return books.transactions.run(() -> {
            as(keeperId, Role.SHOPKEEPER);
            return counter.handOver(null, code);
        });
    }

    int stock(long itemId) {
        return books.transactions.run(() -> goods.find(itemId).orElseThrow().stock());
    }

    /** A caller for each thread. */
    static final class Somebody extends Caller {
        private final ThreadLocal<Identity> present = new ThreadLocal<>();

        Somebody() {
            super(null);
        }

        @Override
        public Identity identity() {
            return present.get();
        }
    }
}
