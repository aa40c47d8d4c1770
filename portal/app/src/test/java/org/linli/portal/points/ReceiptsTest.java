package org.linli.portal.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.portal.ledger.Movement;
import org.linli.portal.ledger.Reason;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.platform.i18n.Messages;
import org.linli.portal.points.rule.Grade;
import org.linli.portal.points.rule.RuleBook;
import org.linli.portal.points.rule.RuleBook.Caps;
import org.linli.portal.points.rule.RuleBook.ItemRule;

class ReceiptsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final Receipts receipts = new Receipts(new Messages());

    @Test
    void the_receipt_says_why_in_both_languages() {
        Explanation chinese = receipts.explain(earned(1000, 75), Locale.SIMPLIFIED_CHINESE);
        Explanation english = receipts.explain(earned(1000, 75), Locale.ENGLISH);

        assertThat(chinese.rule()).isEqualTo("系统内置规则（社区还没有发布自己的规则）");
        assertThat(chinese.lines())
                .extracting(Explanation.Line::value)
                .containsExactly("陪诊", "75 分钟（不含路上）", "签到码并确认（B 级）", "李奶奶（居民本人）", "每小时 10 积分", "10 × 75 ÷ 60 = 12.5");
        assertThat(english.lines())
                .extracting(Explanation.Line::value)
                .contains("10 points per hour", "10 × 75 ÷ 60 = 12.5");
        assertThat(chinese.lines()).allSatisfy(line -> assertThat(line.note()).isEmpty());
    }

    @Test
    void a_rounded_amount_says_that_it_is_rounded() {
        Explanation explanation = receipts.explain(earned(1000, 1), Locale.SIMPLIFIED_CHINESE);

        assertThat(explanation.lines().get(5).value()).isEqualTo("10 × 1 ÷ 60 = 0.17");
        assertThat(explanation.lines().get(5).note()).isEqualTo("四舍五入到 0.01");
    }

    @Test
    void a_movement_without_receipt_is_explained_by_its_reason() {
        Movement movement = new Movement(1, 7, 9, Reason.RELEASE, 3, 500, NOW, null, null, null, null);

        Explanation explanation = receipts.explain(movement, Locale.SIMPLIFIED_CHINESE);

        assertThat(explanation.title()).isEqualTo("兑换退回");
        assertThat(explanation.lines()).isEmpty();
    }

    @Test
    void a_receipt_from_before_there_were_editions_is_still_read() {
        Receipt old = Receipt.of("service-time", 1)
                .with("item", "陪诊")
                .with("itemEn", "")
                .with("order", 2)
                .with("rate", 1000)
                .with("minutes", 1)
                .with("evidence", "B")
                .with("amount", 17);

        Explanation explanation = receipts.explain(movement(old), Locale.SIMPLIFIED_CHINESE);

        assertThat(explanation.rule()).isEqualTo("按服务时长计分（第 1 版）");
        assertThat(explanation.lines())
                .extracting(Explanation.Line::value)
                .containsExactly("陪诊", "1 分钟（不含路上）", "签到码并确认（B 级）", "每小时 10 积分", "10 × 1 ÷ 60 = 0.17");
        assertThat(explanation.lines().get(4).note()).isEqualTo("四舍五入到 0.01");
    }

    @Test
    void coefficients_caps_and_who_confirmed_stand_on_the_receipt() {
        RuleBook book = new RuleBook(
                Map.of(3L, new ItemRule(1200L, 120)), Map.of(Grade.B, 90), new Caps(3000, 0), 50, Map.of());
        Receipt receipt = ServiceRule.of(4, book.toJson())
                .earning(service(75), 2000, 2000, "李奶奶")
                .receipt();

        Receipts.Said chinese = receipts.say(receipt, Locale.SIMPLIFIED_CHINESE);
        Receipts.Said english = receipts.say(receipt, Locale.ENGLISH);

        assertThat(chinese.rule()).isEqualTo("社区积分规则（第 4 版）");
        assertThat(chinese.lines())
                .extracting(line -> line.value() + (line.note().isEmpty() ? "" : " | " + line.note()))
                .containsExactly(
                        "陪诊",
                        "75 分钟（不含路上） | 计划 60 分钟",
                        "签到码并确认（B 级） | 按 90% 计",
                        "李奶奶（居民本人）",
                        "每小时 12 积分 | 规则规定的标准",
                        "120%",
                        "12 × 75 ÷ 60 × 120% × 90% = 16.2",
                        "当日最多 30 积分，之前已得 20，这次得 10");
        assertThat(english.lines())
                .extracting(Explanation.Line::value)
                .contains("李奶奶 (the resident)", "At most 30 points a day, 20 earned before, 10 this time");
    }

    @Test
    void why_nothing_was_earned_is_said() {
        RuleBook book = new RuleBook(Map.of(), Map.of(), Caps.NONE, 50, Map.of());
        Receipt receipt =
                ServiceRule.of(1, book.toJson()).earning(service(20), 0, 0, "").receipt();

        assertThat(receipts.say(receipt, Locale.SIMPLIFIED_CHINESE).lines())
                .last()
                .extracting(Explanation.Line::value)
                .isEqualTo("服务时间不到计划时间（60 分钟）的 50%，不计积分；时长照常记录");
    }

    private static ServiceRecorded service(int minutes) {
        return new ServiceRecorded(
                1, 2L, null, 7, 9, 8L, 8L, 3, "陪诊", "Hospital company", NOW, NOW, minutes, 60, 1000, "B", NOW);
    }

    private static Movement earned(long rate, int minutes) {
        ServiceRecorded service = new ServiceRecorded(
                1, 2L, null, 7, 9, 8L, 8L, 3, "陪诊", "Hospital company", NOW, NOW, minutes, 0, rate, "B", NOW);
        return movement(ServiceRule.builtIn().earning(service, 0, 0, "李奶奶").receipt());
    }

    private static Movement movement(Receipt receipt) {
        return new Movement(5, 7, 9, Reason.SERVICE, 1, receipt.number("amount"), NOW, null, receipt, null, null);
    }
}
