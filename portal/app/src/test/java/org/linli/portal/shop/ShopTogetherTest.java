package org.linli.portal.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.database.TestDatabase.Engine;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Race;
import org.linli.portal.platform.persistence.TestGroup;

/** Redemptions that arrive together: hold, stock and redemption of each commit together, and nothing is oversold. */
class ShopTogetherTest {
    private static final Map<Engine, ShopFixture> SHOPS = new ConcurrentHashMap<>();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void of_sixty_four_buyers_on_two_nodes_exactly_ten_get_the_last_ten_and_others_are_not_held_up(Engine engine) {
        ShopFixture shop = SHOPS.computeIfAbsent(engine, ShopFixture::new);
        List<TestGroup> nodes = List.of(node(shop), node(shop));
        long wanted = shop.item(500, 10);
        long plenty = shop.item(300, 100);
        long[] buyers = IntStream.range(0, 64).mapToLong(i -> shop.person(500)).toArray();

        List<Throwable> outcome =
                Race.of(64, i -> redeem(shop, nodes.get(i / 8 % 2), buyers[i], i % 4 == 0 ? plenty : wanted));

        List<Throwable> crowd = IntStream.range(0, 64)
                .filter(i -> i % 4 != 0)
                .mapToObj(outcome::get)
                .toList();
        assertThat(Race.winners(crowd)).isEqualTo(10);
        assertThat(Race.winners(outcome)).isEqualTo(10 + 16);
        assertThat(shop.stock(wanted)).isZero();
        assertThat(shop.stock(plenty)).isEqualTo(84);
        shop.books.invariantsHold();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void one_alone_goes_with_the_group_and_is_answered_as_it_is_kept(Engine engine) {
        ShopFixture shop = SHOPS.computeIfAbsent(engine, ShopFixture::new);
        TestGroup node = node(shop);
        long buyer = shop.person(900);
        shop.redeem(buyer, shop.item(300, 5), 1); // the first of a community opens its account for what is held

        Redemption redemption = redeem(shop, node, buyer, shop.item(300, 5));

        assertThat(node.alone()).isZero();
        assertThat(shop.books.transactions.run(() -> shop.redemptions.find(redemption.id())))
                .contains(redemption);
        shop.books.invariantsHold();
    }

    private static TestGroup node(ShopFixture shop) {
        return new TestGroup(shop.books.database, shop.books.transactions);
    }

    private static Redemption redeem(ShopFixture shop, TestGroup node, long buyer, long item) {
        shop.as(buyer);
        Redeeming redeeming = shop.redeeming(Clock.systemUTC());
        return node.run(() -> redeeming.redeem(new RedeemCommand(Ids.next(), item, 1, null)));
    }
}
