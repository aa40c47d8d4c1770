package org.linli.portal.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Race;
import org.linli.portal.platform.problem.DomainException;

/** Who races for the last pieces gets them or a clear refusal; points and pieces always agree. */
class ShopRaceTest {
    private static final int BUYERS = 64;
    private static final ShopFixture SHOP = new ShopFixture();

    @AfterEach
    void invariants_hold() {
        SHOP.books.invariantsHold();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 20})
    void of_sixty_four_buyers_exactly_as_many_get_one_as_there_are(int stock) {
        long item = SHOP.item(500, stock);
        long[] buyers =
                IntStream.range(0, BUYERS).mapToLong(i -> SHOP.person(500)).toArray();

        List<Throwable> outcome = Race.of(BUYERS, i -> SHOP.redeem(buyers[i], item, 1));

        assertThat(Race.winners(outcome)).isEqualTo(stock);
        assertThat(outcome).filteredOn(e -> e != null).allSatisfy(e -> assertThat(code(e))
                .isEqualTo("shop.sold-out"));
        assertThat(SHOP.stock(item)).isZero();
    }

    @Test
    void a_buyer_who_sends_the_same_request_five_times_at_once_redeems_once() {
        long item = SHOP.item(500, 10);
        long buyer = SHOP.person(5000);
        RedeemCommand command = new RedeemCommand(Ids.next(), item, 1, null);

        Race.of(5, i -> SHOP.redeem(buyer, command));

        assertThat(SHOP.stock(item)).isEqualTo(9);
        assertThat(SHOP.books.balances(buyer).available()).isEqualTo(4500);
    }

    /** With the first press go the last piece and all the points: whatever is short for the others, they have their goods. */
    @Test
    void a_button_pressed_five_times_at_once_shows_the_same_code_each_time() {
        Set<String> codes = ConcurrentHashMap.newKeySet();
        for (int round = 0; round < 10; round++) {
            long item = SHOP.item(500, 1);
            long buyer = SHOP.person(500);
            RedeemCommand command = new RedeemCommand(Ids.next(), item, 1, null);

            List<Throwable> outcome =
                    Race.of(5, i -> codes.add(SHOP.press(buyer, command).pickupCode()));

            assertThat(outcome).containsOnlyNulls();
            assertThat(codes).hasSize(round + 1);
            assertThat(SHOP.stock(item)).isZero();
        }
    }

    @Test
    void a_buyer_on_many_devices_never_spends_more_than_there_is() {
        long item = SHOP.item(500, 50);
        long buyer = SHOP.person(3300);

        List<Throwable> outcome = Race.of(20, i -> SHOP.redeem(buyer, item, 1));

        assertThat(Race.winners(outcome)).isEqualTo(6);
        assertThat(SHOP.books.balances(buyer).available()).isEqualTo(300);
        assertThat(SHOP.stock(item)).isEqualTo(44);
    }

    @Test
    void a_code_shown_at_two_counters_while_it_is_cancelled_is_settled_once() {
        long item = SHOP.item(500, 50);
        long keeper = SHOP.person(0);
        for (int round = 0; round < 10; round++) {
            long buyer = SHOP.person(500);
            Redemption redemption = SHOP.redeem(buyer, item, 1);
            List<Throwable> outcome = Race.of(6, i -> {
                if (i % 2 == 0) {
                    SHOP.handOver(keeper, redemption.pickupCode());
                } else {
                    SHOP.cancel(buyer, redemption.id());
                }
            });
            assertThat(Race.winners(outcome)).isEqualTo(1);
        }
    }

    @Test
    void live_codes_of_a_shop_are_never_the_same() {
        long item = SHOP.item(100, 200);
        Set<String> codes = ConcurrentHashMap.newKeySet();
        long[] buyers = IntStream.range(0, 8).mapToLong(i -> SHOP.person(2000)).toArray();

        Race.of(8, i -> IntStream.range(0, 20)
                .forEach(n -> codes.add(SHOP.redeem(buyers[i], item, 1).pickupCode())));

        assertThat(codes).hasSize(160);
    }

    private static String code(Throwable failure) {
        return failure instanceof DomainException domain ? domain.code() : String.valueOf(failure);
    }
}
