package org.linli.portal.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.portal.ledger.Balances;
import org.linli.portal.people.Role;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Window;

class ShopTest {
    private static final ShopFixture SHOP = new ShopFixture();

    @AfterEach
    void invariants_hold() {
        SHOP.books.invariantsHold();
    }

    @Test
    void redeeming_holds_the_points_and_reserves_the_pieces() {
        long item = SHOP.item(600, 10);
        long buyer = SHOP.person(2000);

        Redemption redemption = SHOP.redeem(buyer, item, 3);

        assertThat(redemption.status()).isEqualTo(RedemptionStatus.RESERVED);
        assertThat(redemption.pickupCode()).matches("[0-9]{8}");
        assertThat(redemption.total()).isEqualTo(1800);
        assertThat(SHOP.stock(item)).isEqualTo(7);
        assertThat(SHOP.books.balances(buyer)).isEqualTo(new Balances(200, 1800, 2000, 0));
    }

    @Test
    void without_enough_points_nothing_is_reserved() {
        long item = SHOP.item(600, 10);
        long buyer = SHOP.person(599);

        refused("ledger.not-enough-points", () -> SHOP.redeem(buyer, item, 1));
        assertThat(SHOP.stock(item)).isEqualTo(10);
    }

    @Test
    void without_enough_pieces_no_point_is_held() {
        long item = SHOP.item(600, 2);
        long buyer = SHOP.person(9000);

        refused("shop.sold-out", () -> SHOP.redeem(buyer, item, 3));
        assertThat(SHOP.books.balances(buyer).held()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 21, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void a_quantity_out_of_range_is_refused(int quantity) {
        long item = SHOP.item(600, 50);
        long buyer = SHOP.person(9000);

        refused("platform.invalid", () -> SHOP.redeem(buyer, item, quantity));
    }

    @Test
    void the_same_command_again_redeems_nothing_more() {
        long item = SHOP.item(600, 10);
        long buyer = SHOP.person(2000);
        RedeemCommand command = new RedeemCommand(Ids.next(), item, 1, null);

        Redemption first = SHOP.redeem(buyer, command);

        assertThat(SHOP.redeem(buyer, command)).isEqualTo(first);
        assertThat(SHOP.stock(item)).isEqualTo(9);
    }

    @Test
    void somebody_elses_redemption_is_not_found() {
        long item = SHOP.item(600, 10);
        Redemption redemption = SHOP.redeem(SHOP.person(2000), item, 1);

        refused("platform.not-found", () -> SHOP.cancel(SHOP.person(0), redemption.id()));
    }

    @Test
    void cancelling_gives_points_and_pieces_back_once() {
        long item = SHOP.item(600, 10);
        long buyer = SHOP.person(2000);
        Redemption redemption = SHOP.redeem(buyer, item, 2);

        assertThat(SHOP.cancel(buyer, redemption.id()).status()).isEqualTo(RedemptionStatus.CANCELLED);
        refused("shop.cancelled-before", () -> SHOP.cancel(buyer, redemption.id()));
        assertThat(SHOP.stock(item)).isEqualTo(10);
        assertThat(SHOP.books.balances(buyer).available()).isEqualTo(2000);
    }

    @Test
    void the_shopkeeper_may_cancel_too() {
        long item = SHOP.item(600, 10);
        Redemption redemption = SHOP.redeem(SHOP.person(2000), item, 2);

        assertThat(SHOP.cancel(SHOP.person(0), redemption.id(), Role.SHOPKEEPER).status())
                .isEqualTo(RedemptionStatus.CANCELLED);
    }

    @Test
    void nobody_hands_over_to_himself() {
        long item = SHOP.item(600, 10);
        long keeper = SHOP.person(2000);
        String code = SHOP.redeem(keeper, item, 1).pickupCode();

        refused("shop.own-redemption", () -> SHOP.handOver(keeper, code));
        assertThat(SHOP.handOver(SHOP.person(0), code).status()).isEqualTo(RedemptionStatus.PICKED_UP);
    }

    @Test
    void a_code_is_handed_over_once() {
        long item = SHOP.item(600, 10);
        long buyer = SHOP.person(2000);
        long keeper = SHOP.person(0);
        String code = SHOP.redeem(buyer, item, 2).pickupCode();

        Redemption fetched = SHOP.handOver(keeper, code.substring(0, 4) + " " + code.substring(4));

        assertThat(fetched.status()).isEqualTo(RedemptionStatus.PICKED_UP);
        assertThat(SHOP.books.balances(buyer)).isEqualTo(new Balances(800, 0, 2000, 1200));
        refused("shop.picked-up-before", () -> SHOP.handOver(keeper, code));
        refused("shop.picked-up-before", () -> SHOP.cancel(buyer, fetched.id()));
    }

    @Test
    void the_code_of_a_cancelled_redemption_says_so() {
        long buyer = SHOP.person(2000);
        Redemption redemption = SHOP.redeem(buyer, SHOP.item(600, 10), 1);
        SHOP.cancel(buyer, redemption.id());

        refused("shop.cancelled-before", () -> SHOP.handOver(SHOP.person(0), redemption.pickupCode()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "123456789", "1234567a", "１２３４５６７８"})
    void what_is_no_code_is_refused_as_such(String code) {
        refused("platform.invalid", () -> SHOP.handOver(SHOP.person(0), code));
    }

    @Test
    void twenty_wrong_codes_are_enough_and_right_ones_do_not_count() {
        long keeper = SHOP.person(0);
        for (int i = 0; i < 25; i++) {
            String code = SHOP.redeem(SHOP.person(600), SHOP.item(600, 1), 1).pickupCode();
            assertThat(guess(keeper, code)).isEqualTo("fetched");
        }
        IntStream.range(0, 20)
                .forEach(i -> assertThat(guess(keeper, "00000000")).isEqualTo("shop.wrong-code"));

        assertThat(guess(keeper, "00000000")).isEqualTo("shop.too-many-wrong-codes");
    }

    /** One transaction for all of it: here nothing rolls back. */
    private static String guess(long keeper, String code) {
        return SHOP.books.transactions.run(() -> {
            SHOP.as(keeper, Role.SHOPKEEPER);
            try {
                SHOP.guesses.count(null, () -> SHOP.counter.handOver(null, code));
                return "fetched";
            } catch (DomainException e) {
                return e.code();
            }
        });
    }

    @Test
    void nobody_but_the_shopkeeper_hands_over() {
        String code = SHOP.redeem(SHOP.person(2000), SHOP.item(600, 10), 1).pickupCode();

        refused(
                "people.role-needed",
                () -> SHOP.books.transactions.run(() -> {
                    SHOP.as(1, Role.COMMUNITY_ADMIN);
                    return SHOP.counter.handOver(null, code);
                }));
    }

    @Test
    void what_nobody_fetches_goes_back_after_seven_days() {
        long item = SHOP.item(600, 10);
        long buyer = SHOP.person(2000);
        Redemption redemption = SHOP.redeem(buyer, item, 2);

        assertThat(expire(Duration.ofDays(6), redemption)).isFalse();
        assertThat(expire(Duration.ofDays(8), redemption)).isTrue();
        assertThat(expire(Duration.ofDays(8), redemption)).isFalse();
        assertThat(SHOP.stock(item)).isEqualTo(10);
        assertThat(SHOP.books.balances(buyer).available()).isEqualTo(2000);
        refused("shop.expired-before", () -> SHOP.handOver(SHOP.person(0), redemption.pickupCode()));
    }

    @Test
    void a_delivery_told_twice_counts_once() {
        long item = SHOP.item(600, 10);
        GoodsDesk.StockChange delivery = new GoodsDesk.StockChange(Ids.next(), 5, "");

        for (int i = 0; i < 2; i++) {
            asKeeper(() -> SHOP.keeper.deliver(item, delivery));
        }

        assertThat(SHOP.stock(item)).isEqualTo(15);
    }

    @Test
    void a_correction_never_leaves_less_than_nothing() {
        long item = SHOP.item(600, 10);

        refused(
                "shop.stock-below-zero",
                () -> asKeeper(() -> SHOP.keeper.correct(item, new GoodsDesk.StockChange(Ids.next(), -11, "盘亏"))));
        asKeeper(() -> SHOP.keeper.correct(item, new GoodsDesk.StockChange(Ids.next(), -10, "盘亏")));
        assertThat(SHOP.stock(item)).isZero();
    }

    @Test
    void a_new_price_needs_the_version_that_was_seen_and_holds_from_then_on() {
        long item = SHOP.item(600, 10);
        long buyer = SHOP.person(5000);
        SHOP.redeem(buyer, item, 1);
        ItemCommand dearer = new ItemCommand("香米" + Ids.next(), "", "", null, Points.of(700));

        asKeeper(() -> SHOP.keeper.change(item, 0, dearer, true));

        refused("platform.changed-meanwhile", () -> asKeeper(() -> SHOP.keeper.change(item, 0, dearer, true)));
        assertThat(SHOP.redeem(buyer, item, 1).total()).isEqualTo(700);
    }

    @Test
    void who_agreed_to_another_price_is_asked_again() {
        long item = SHOP.item(600, 10);

        refused(
                "shop.price-changed",
                () -> SHOP.redeem(SHOP.person(2000), new RedeemCommand(Ids.next(), item, 1, 500L)));
    }

    @Test
    void retired_goods_are_not_redeemed() {
        long item = SHOP.item(600, 10);
        ItemCommand same = new ItemCommand("旧米" + Ids.next(), "", "", null, Points.of(600));
        asKeeper(() -> SHOP.keeper.change(item, 0, same, false));

        refused("shop.not-on-sale", () -> SHOP.redeem(SHOP.person(2000), item, 1));
    }

    @Test
    void retired_goods_are_seen_by_keepers_and_by_who_redeemed_some() {
        long item = SHOP.item(600, 10);
        long buyer = SHOP.person(2000);
        SHOP.redeem(buyer, item, 1);
        ItemCommand same = new ItemCommand("旧米" + Ids.next(), "", "", null, Points.of(600));
        asKeeper(() -> SHOP.keeper.change(item, 0, same, false));

        assertThat(asKeeper(() -> SHOP.queries.item(item)).active()).isFalse();
        assertThat(seenBy(buyer, item).id()).isEqualTo(item);
        refused("platform.not-found", () -> seenBy(SHOP.person(0), item));
    }

    private static RewardItem seenBy(long personId, long itemId) {
        return SHOP.books.transactions.run(() -> {
            SHOP.as(personId);
            return SHOP.queries.item(itemId);
        });
    }

    @Test
    void the_day_at_the_counter_agrees_with_the_ledger() {
        long keeper = SHOP.person(0);
        SHOP.handOver(
                keeper, SHOP.redeem(SHOP.person(2000), SHOP.item(600, 10), 2).pickupCode());

        DayClose day = SHOP.books.transactions.run(() -> {
            SHOP.as(keeper, Role.SHOPKEEPER);
            return SHOP.queries.dayClose(null, SHOP.queries.today());
        });

        assertThat(day.handedOver()).isPositive();
        assertThat(day.agrees()).isTrue();
    }

    @Test
    void every_change_of_a_stock_is_written_down() {
        long item = SHOP.item(600, 10);
        long buyer = SHOP.person(2000);
        SHOP.cancel(buyer, SHOP.redeem(buyer, item, 2).id());

        var movements = asKeeper(() -> SHOP.queries.movements(item, Window.first()));

        assertThat(movements.items()).extracting(StockMovement::delta).containsExactly(2, -2, 10);
    }

    private static boolean expire(Duration ahead, Redemption redemption) {
        return SHOP.books.transactions.run(() -> SHOP.later(ahead).expire(redemption.id()));
    }

    private static <T> T asKeeper(java.util.concurrent.Callable<T> work) {
        long keeper = SHOP.person(0);
        return SHOP.books.transactions.run(() -> {
            SHOP.as(keeper, Role.SHOPKEEPER);
            return work.call();
        });
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
