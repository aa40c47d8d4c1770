package org.linli.portal.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.database.TestDatabase;
import org.linli.portal.ledger.Balances;
import org.linli.portal.ledger.Cause;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Race;

/** Ledger and shop on a real MySQL 8.0: the other engine that Linli runs on. */
class ShopOnMySqlTest {
    private static final ShopFixture SHOP = new ShopFixture(TestDatabase.Engine.MYSQL);

    @AfterEach
    void invariants_hold() {
        SHOP.books.invariantsHold();
    }

    @Test
    void points_are_earned_once_spent_and_taken_back() {
        long keeper = SHOP.person(0);
        long buyer = SHOP.person(0);
        long award = Ids.next();
        List<Throwable> earned = Race.of(8, i -> SHOP.books.earn(buyer, 3000, award));
        long mistake = SHOP.books.give(buyer, 500);
        SHOP.books.transactions.run(() -> SHOP.books.ledger.reverse(mistake, Cause.PORTAL));
        String code = SHOP.redeem(buyer, SHOP.item(600, 10), 2).pickupCode();
        SHOP.cancel(buyer, SHOP.redeem(buyer, SHOP.item(700, 10), 1).id());
        SHOP.handOver(keeper, code);

        assertThat(earned).containsOnlyNulls();
        assertThat(SHOP.books.balances(buyer)).isEqualTo(new Balances(1800, 0, 3000, 1200));
    }

    @Test
    void of_sixty_four_buyers_exactly_ten_get_the_last_ten() {
        long item = SHOP.item(500, 10);
        long[] buyers = IntStream.range(0, 64).mapToLong(i -> SHOP.person(500)).toArray();

        assertThat(Race.winners(Race.of(64, i -> SHOP.redeem(buyers[i], item, 1))))
                .isEqualTo(10);
        assertThat(SHOP.stock(item)).isZero();
    }

    @Test
    void twenty_who_reserve_at_once_never_reserve_more_than_there_is() {
        long buyer = SHOP.person(700);

        assertThat(Race.winners(Race.of(20, i -> SHOP.books.hold(buyer, 100)))).isEqualTo(7);
    }
}
