package org.linli.portal.points.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.portal.points.NominationKind;
import org.linli.portal.points.rule.RuleArithmetic.Earned;
import org.linli.portal.points.rule.RuleArithmetic.Limit;
import org.linli.portal.points.rule.RuleArithmetic.Result;
import org.linli.portal.points.rule.RuleArithmetic.Service;
import org.linli.portal.points.rule.RuleBook.Caps;
import org.linli.portal.points.rule.RuleBook.ItemRule;

class RuleArithmeticTest {
    private static final long ITEM = 3;

    @ParameterizedTest(name = "{0}/h × {1} min × {2} % × {3} % = {4}")
    @CsvSource({
        // rate, minutes, difficulty, weight, hundredths
        "1000,75,100,100,1250",
        "1000,60,100,100,1000",
        "0,60,100,100,0",
        "1000,1,100,100,17",
        "100,1,100,100,2",
        "1,30,100,100,1",
        "1,29,100,100,0",
        "1000,75,120,100,1500",
        "1000,75,120,90,1350",
        "1000,75,100,0,0",
        "1000,50,100,110,917",
        "999,59,133,87,1137",
        // once rounded: by steps it would be 17 × 1.5 = 26
        "1000,1,150,100,25",
        "1000,1,150,150,38",
        "100000,1440,500,200,24000000"
    })
    void rate_times_minutes_times_difficulty_times_weight_is_rounded_once(
            long rate, int minutes, int difficulty, int weight, long hundredths) {
        RuleBook book = book(new ItemRule(rate, difficulty), weight, Caps.NONE, 0);

        Result result = RuleArithmetic.earn(book, service(1, minutes, 0), Earned.NOTHING);

        assertThat(result.amount()).isEqualTo(hundredths);
        assertThat(result.full()).isEqualTo(hundredths);
        assertThat(result.limit()).isEqualTo(Limit.NONE);
    }

    @ParameterizedTest(name = "{1} of {2} planned minutes at least {0} % earn: {3}")
    @CsvSource({
        "0,1,60,true", "50,30,60,true", "50,29,60,false", "100,60,60,true", "100,59,60,false",
        "80,36,45,true", "80,35,45,false", "50,1,0,true", "33,20,60,true", "34,20,60,false"
    })
    void below_the_minimum_share_of_the_planned_time_nothing_is_earned(
            int share, int minutes, int planned, boolean earns) {
        RuleBook book = book(ItemRule.USUAL, 100, new Caps(10, 10), share);

        Result result = RuleArithmetic.earn(book, service(1000, minutes, planned), new Earned(10, 10));

        assertThat(result.limit()).isEqualTo(earns ? Limit.DAY_CAP : Limit.TOO_SHORT);
        assertThat(result.amount()).isZero();
        assertThat(RuleArithmetic.earn(
                                book(ItemRule.USUAL, 100, Caps.NONE, share),
                                service(1000, minutes, planned),
                                Earned.NOTHING)
                        .amount())
                .isEqualTo(earns ? (1000L * minutes + 30) / 60 : 0);
    }

    @ParameterizedTest(name = "caps {0}/{1}, before {2}/{3}: {4}, {5}")
    @CsvSource({
        // day cap, month cap, earned that day, earned that month, amount of 1000, limit
        "0,0,999999,999999,1000,NONE",
        "1000,0,0,0,1000,NONE",
        "999,0,0,0,999,DAY_CAP",
        "2000,0,1500,9000,500,DAY_CAP",
        "2000,0,2000,2000,0,DAY_CAP",
        "2000,0,2500,2500,0,DAY_CAP",
        "0,5000,0,4200,800,MONTH_CAP",
        "0,5000,0,5000,0,MONTH_CAP",
        "2000,5000,1500,4800,200,MONTH_CAP",
        "2000,5000,1500,4500,500,DAY_CAP",
        "2000,5000,0,4000,1000,NONE"
    })
    void caps_leave_what_is_still_free(long day, long month, long ofDay, long ofMonth, long amount, Limit limit) {
        RuleBook book = book(ItemRule.USUAL, 100, new Caps(day, month), 0);

        Result result = RuleArithmetic.earn(book, service(1000, 60, 60), new Earned(ofDay, ofMonth));

        assertThat(result.amount()).isEqualTo(amount);
        assertThat(result.full()).isEqualTo(1000);
        assertThat(result.limit()).isEqualTo(limit);
    }

    @Test
    void it_agrees_with_exact_decimal_arithmetic() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long rate = random.nextInt(100_001);
            int minutes = random.nextInt(1441);
            int difficulty = 1 + random.nextInt(500);
            int weight = random.nextInt(201);
            RuleBook book = book(new ItemRule(rate, difficulty), weight, Caps.NONE, 0);
            Result result = RuleArithmetic.earn(book, service(1, minutes, 0), Earned.NOTHING);
            BigDecimal exact = BigDecimal.valueOf(rate)
                    .multiply(BigDecimal.valueOf(minutes))
                    .multiply(BigDecimal.valueOf((long) difficulty * weight));
            assertThat(result.amount())
                    .as("seed %d: %d × %d × %d × %d", seed, rate, minutes, difficulty, weight)
                    .isEqualTo(exact.divide(BigDecimal.valueOf(600_000), 0, RoundingMode.HALF_UP)
                            .longValueExact());
            assertThat(result.rounded())
                    .isEqualTo(exact.remainder(BigDecimal.valueOf(600_000)).signum() != 0);
        }
    }

    @Test
    void a_rule_without_a_word_on_an_item_leaves_the_rate_of_the_order() {
        Result result = RuleArithmetic.earn(RuleBook.BUILT_IN, service(800, 90, 60), Earned.NOTHING);

        assertThat(result.rate()).isEqualTo(800);
        assertThat(result.ofRule()).isFalse();
        assertThat(result.amount()).isEqualTo(1200);
    }

    @Test
    void a_negative_rate_or_time_is_a_mistake() {
        assertThatThrownBy(() -> service(-1, 60, 60)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> service(1, -60, 60)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_rule_is_kept_as_text_and_read_back_the_same() {
        RuleBook book = new RuleBook(
                Map.of(ITEM, new ItemRule(1200L, 130), 9L, new ItemRule(null, 80)),
                Map.of(Grade.A, 110, Grade.E, 0),
                new Caps(3000, 40_000),
                50,
                Map.of(NominationKind.GOOD_DEED, 1000L));

        assertThat(RuleBook.ofJson(book.toJson())).isEqualTo(book);
        assertThat(RuleBook.ofJson(RuleBook.BUILT_IN.toJson())).isEqualTo(RuleBook.BUILT_IN);
        assertThat(book.weight(Grade.B)).isEqualTo(100);
        assertThat(book.bonus(NominationKind.ROLE_MODEL)).isZero();
    }

    private static RuleBook book(ItemRule item, int weight, Caps caps, int share) {
        return new RuleBook(Map.of(ITEM, item), Map.of(Grade.B, weight), caps, share, Map.of());
    }

    private static Service service(long orderRate, int minutes, int planned) {
        return new Service(ITEM, orderRate, minutes, planned, Grade.B);
    }
}
