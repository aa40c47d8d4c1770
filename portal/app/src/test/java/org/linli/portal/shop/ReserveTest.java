package org.linli.portal.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.portal.people.Role;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Race;
import org.linli.portal.platform.problem.DomainException;

/** The goods in the ledger; the invariants compare them with the shelf after every test. */
class ReserveTest {
    private final ShopFixture shop = new ShopFixture();

    @AfterEach
    void invariants_hold() {
        shop.books.invariantsHold();
    }

    @Test
    void goods_that_come_back_the_points_until_they_leave_the_house() {
        long item = shop.item(600, 10);
        long buyer = shop.person(12_000);
        assertThat(coverage()).isEqualTo("6000/12000");

        Redemption redemption = shop.redeem(buyer, item, 3);
        assertThat(coverage()).as("redeeming posts nothing").isEqualTo("6000/12000");

        shop.handOver(shop.person(0), redemption.pickupCode());
        assertThat(coverage()).isEqualTo("4200/10200");
    }

    @Test
    void what_is_cancelled_never_left() {
        long item = shop.item(600, 10);
        long buyer = shop.person(12_000);
        Redemption redemption = shop.redeem(buyer, item, 3);

        shop.cancel(buyer, redemption.id());

        assertThat(coverage()).isEqualTo("6000/12000");
    }

    @Test
    void a_new_price_revalues_the_pieces_on_the_shelf_and_those_reserved() {
        long item = shop.item(600, 10);
        Redemption redemption = shop.redeem(shop.person(2_000), item, 2);

        price(item, 700);
        assertThat(coverage()).startsWith("7000/");
        shop.handOver(shop.person(0), redemption.pickupCode());

        assertThat(coverage()).startsWith("5600/");
    }

    @Test
    void a_count_that_finds_fewer_lowers_the_reserve() {
        long item = shop.item(600, 10);

        shop.books.transactions.run(() -> {
            shop.as(shop.person(0), Role.SHOPKEEPER);
            shop.keeper.correct(item, new GoodsDesk.StockChange(Ids.next(), -4, "破损"));
        });

        assertThat(coverage()).startsWith("3600/");
    }

    @Test
    void goods_of_before_are_taken_in_once_whoever_does_it() {
        long item = shop.item(600, 10);
        Redemption redemption = shop.redeem(shop.person(2_000), item, 2);
        shop.books.transactions.run(() -> {
            shop.books.sql.update("DELETE FROM goods_reserve");
            shop.books.sql.update("DELETE FROM ledger_entry WHERE transaction_id IN"
                    + " (SELECT id FROM points_transaction WHERE reason = 'STOCK')");
            shop.books.sql.update("DELETE FROM points_transaction WHERE reason = 'STOCK'");
        });
        long keeper = shop.person(0);

        List<Throwable> failures = Race.of(8, i -> {
            if (i == 0) {
                shop.handOver(keeper, redemption.pickupCode());
            } else {
                shop.books.transactions.run(() -> shop.opening.open(item));
            }
        });

        assertThat(failures).containsOnlyNulls();
        assertThat(coverage()).startsWith("4800/");
    }

    @Test
    void everything_at_once_leaves_the_reserve_right() {
        long item = shop.item(100, 200);
        List<Redemption> reserved = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            reserved.add(shop.redeem(shop.person(1_000), item, 2));
        }
        long keeper = shop.person(0);

        List<Throwable> failures = Race.of(24, i -> {
            if (i < 12) {
                shop.handOver(keeper, reserved.get(i).pickupCode());
            } else if (i < 18) {
                shop.redeem(shop.person(5_000), item, 1);
            } else if (i < 22) {
                shop.books.transactions.run(() -> {
                    shop.as(keeper, Role.SHOPKEEPER);
                    shop.keeper.deliver(item, new GoodsDesk.StockChange(Ids.next(), 5, ""));
                });
            } else {
                price(item, 100 + i);
            }
        });

        assertThat(failures)
                .allMatch(failure -> failure == null
                        || failure instanceof DomainException e
                                && (e.code().startsWith("platform.changed")
                                        || e.code().equals("shop.price-changed")));
    }

    @Test
    void only_administrators_and_auditors_see_it() {
        shop.as(shop.person(0), Role.SHOPKEEPER);

        assertThatThrownBy(() -> shop.books.transactions.run(() -> shop.coverage.coverage(ShopFixture.COMMUNITY)))
                .isInstanceOf(DomainException.class);
    }

    private void price(long item, long price) {
        shop.books.transactions.run(() -> {
            shop.as(shop.person(0), Role.SHOPKEEPER);
            RewardItem seen = shop.goods.find(item).orElseThrow();
            RewardItem.Words words = seen.words();
            ItemCommand command = new ItemCommand(words.name(), words.nameEn(), "", words.icon(), Points.of(price));
            shop.keeper.change(item, seen.version(), command, true);
        });
    }

    private String coverage() {
        return shop.books.transactions.run(() -> {
            shop.as(shop.person(0), Role.AUDITOR);
            Coverage coverage = shop.coverage.coverage(ShopFixture.COMMUNITY);
            return coverage.reserve() + "/" + coverage.circulation();
        });
    }
}
