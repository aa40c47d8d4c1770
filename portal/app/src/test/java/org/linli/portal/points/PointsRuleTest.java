package org.linli.portal.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.portal.ledger.Movement;
import org.linli.portal.ledger.Reason;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.platform.i18n.Messages;

class PointsRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final Receipts receipts = new Receipts(new Messages());

    @ParameterizedTest
    @CsvSource({
        "1000,75,1250",
        "1000,60,1000",
        "800,90,1200",
        "0,60,0",
        "1000,1,17",
        "100,1,2",
        "1,30,1",
        "1,29,0",
        "100000,1440,2400000"
    })
    void a_service_earns_rate_times_minutes_over_sixty_half_up(long rate, int minutes, long hundredths) {
        assertThat(PointsRule.SERVICE_TIME.amount(rate, minutes)).isEqualTo(hundredths);
    }

    @Test
    void a_negative_rate_or_time_is_a_mistake() {
        assertThatThrownBy(() -> PointsRule.SERVICE_TIME.amount(-1, 60)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PointsRule.SERVICE_TIME.amount(1, -60)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_receipt_says_why_in_both_languages() {
        Explanation chinese = receipts.explain(earned(1000, 75), Locale.SIMPLIFIED_CHINESE);
        Explanation english = receipts.explain(earned(1000, 75), Locale.ENGLISH);

        assertThat(chinese.rule()).isEqualTo("按服务时长计分（第 1 版）");
        assertThat(chinese.lines())
                .extracting(Explanation.Line::value)
                .containsExactly("陪诊", "75 分钟（不含路上）", "签到码并确认（B 级）", "每小时 10 积分", "10 × 75 ÷ 60 = 12.5");
        assertThat(english.lines())
                .extracting(Explanation.Line::value)
                .contains("10 points per hour", "10 × 75 ÷ 60 = 12.5");
        assertThat(chinese.lines()).allSatisfy(line -> assertThat(line.note()).isEmpty());
    }

    @Test
    void a_rounded_amount_says_that_it_is_rounded() {
        Explanation explanation = receipts.explain(earned(1000, 1), Locale.SIMPLIFIED_CHINESE);

        assertThat(explanation.lines().get(4).value()).isEqualTo("10 × 1 ÷ 60 = 0.17");
        assertThat(explanation.lines().get(4).note()).isEqualTo("四舍五入到 0.01");
    }

    @Test
    void a_movement_without_receipt_is_explained_by_its_reason() {
        Movement movement = new Movement(1, 7, 9, Reason.RELEASE, 3, 500, NOW, null, null, null, null);

        Explanation explanation = receipts.explain(movement, Locale.SIMPLIFIED_CHINESE);

        assertThat(explanation.title()).isEqualTo("兑换退回");
        assertThat(explanation.lines()).isEmpty();
    }

    private static Movement earned(long rate, int minutes) {
        ServiceRecorded service = new ServiceRecorded(1, 2, 7, 9, 8, "陪诊", "Hospital company", minutes, rate, "B", NOW);
        Receipt receipt = PointsRule.SERVICE_TIME.receipt(service);
        return new Movement(5, 7, 9, Reason.SERVICE, 1, receipt.number("amount"), NOW, null, receipt, null, null);
    }
}
