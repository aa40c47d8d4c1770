package org.linli.portal.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Values as a reader in Shanghai sees them, in both languages. */
class ShowTest {

    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    private final Show chinese = show("zh-CN");
    private final Show english = show("en");

    @Test
    void aMomentIsWrittenInShanghaiTimeOnTheTwentyFourHourClock() {
        Instant when = Instant.parse("2026-11-22T06:30:00Z");
        assertThat(chinese.dateTime(when)).isEqualTo("11月22日 14:30");
        assertThat(english.dateTime(when)).isEqualTo("22 Nov, 14:30");
        assertThat(chinese.day(when)).isEqualTo("今天 14:30");
        assertThat(english.day(when.plusSeconds(86_400))).isEqualTo("Tomorrow 14:30");
        assertThat(chinese.day(when.minusSeconds(86_400))).isEqualTo("昨天 14:30");
        assertThat(chinese.day(when.plusSeconds(3 * 86_400))).isEqualTo("周三 14:30");
    }

    @Test
    void anotherYearIsNamed() {
        assertThat(chinese.date(Instant.parse("2025-12-31T17:00:00Z"))).isEqualTo("1月1日");
        assertThat(chinese.date(Instant.parse("2025-12-31T15:59:00Z"))).isEqualTo("2025年12月31日");
    }

    @Test
    void timePastIsShortUntilADay() {
        assertThat(chinese.ago(NOW.minusSeconds(20))).isEqualTo("刚刚");
        assertThat(chinese.ago(NOW.minusSeconds(300))).isEqualTo("5 分钟前");
        assertThat(english.ago(NOW.minusSeconds(3 * 3600))).isEqualTo("3 h ago");
        assertThat(chinese.ago(NOW.minusSeconds(26 * 3600))).isEqualTo("昨天 10:00");
    }

    @Test
    void minutesBecomeHoursAndMinutes() {
        assertThat(chinese.minutes(90)).isEqualTo("1 小时 30 分");
        assertThat(chinese.minutes(45)).isEqualTo("45 分钟");
        assertThat(english.minutes(120)).isEqualTo("2 h");
    }

    @Test
    void pointsAreHundredthsInTheLedgerAndPlainOnThePage() {
        assertThat(chinese.points(1250)).isEqualTo("12.5 积分");
        assertThat(english.points(1250)).isEqualTo("12.5 pts");
        assertThat(chinese.amount(-800)).isEqualTo("−8");
        assertThat(chinese.amount(123_456_789)).isEqualTo("1,234,567.89");
    }

    @Test
    void whatIsAbsentIsWrittenAsNothing() {
        assertThat(chinese.dateTime(null) + chinese.minutes(null) + chinese.points(null) + chinese.ago(null))
                .isEmpty();
    }

    private static Show show(String language) {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                ShowTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, args) ->
                        method.getName().equals("getCookies") ? new Cookie[] {new Cookie("lang", language)} : null);
        return new Show(new Language(request), new Messages(), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
