package org.linli.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.Crowd;
import org.linli.acceptance.OrderSteps;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** A rule of points as a community makes it: drafted, mistyped, tried on history, published, and read on a receipt. */
@Order(89)
class RulesStoryTest {
    private static final RunningPortal PORTAL = RunningPortal.shared();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** An item that no other test earns points with. */
    private static final String SERVICE = "陪老人聊天散步";

    private static Browsers browsers;

    @BeforeAll
    static void begin() throws IOException {
        Files.createDirectories(Path.of("target", "screenshots"));
        browsers = Browsers.open();
    }

    @AfterAll
    static void end() {
        browsers.close();
    }

    @Test
    void a_rule_is_drafted_tried_on_history_published_and_answers_why_12_5() {
        int edition = theAdministratorMakesTheNextEdition();
        itsFirstDayComes(edition);
        Crowd.Member volunteer = Crowd.gather(PORTAL, "resident", 1).members().get(0);
        OrderSteps steps = new OrderSteps(PORTAL);
        steps.life(
                Secrets.rest(PORTAL, "resident"),
                Secrets.rest(PORTAL, "dispatcher"),
                volunteer.rest(),
                Long.toString(volunteer.id()),
                steps.item(volunteer.rest(), SERVICE));
        theVolunteerReadsWhy("crowd" + volunteer.id(), edition);
    }

    private static int theAdministratorMakesTheNextEdition() {
        try (Window window = browsers.window(Browsers.DESK, "zh-CN", false, "admin")) {
            window.open("admin/points.xhtml");
            window.find("main .subnav a", "积分规则").click();
            window.page().waitForURL("**/admin/points-rules.xhtml");
            soundly(window);
            window.byId("begin:send").click();
            assertThat(window.byId("rule:dayCap")).isVisible();
            soundly(window);
            window.picture("r1-draft");
            nonsenseIsSaidWhereItStands(window);
            itIsMendedAndTried(window);
            return itIsPublished(window);
        }
    }

    private static void nonsenseIsSaidWhereItStands(Window window) {
        window.byId("rule:dayCap").fill("很多");
        window.byId("rule:minimumShare").fill("101");
        weight(window, "A").fill("abc");
        rate(window).fill("-3");
        difficulty(window).fill("0");
        window.byId("rule:save").click();
        assertThat(error(window.find("#rule [data-field=dayCap]"))).containsText("积分数");
        assertThat(error(window.find("#rule [data-field=minimumShare]"))).containsText("0 到 100");
        assertThat(error(window.find("#rule [data-field=weight]").first())).containsText("百分比");
        assertThat(error(row(window).locator("td").nth(1))).containsText("0 到 1000 积分");
        assertThat(error(row(window).locator("td").nth(2))).containsText("1 到 500");
        assertThat(window.find("#rule .field-error .ui-message-error-detail")).hasCount(5);
        assertThat(window.byId("rule:dayCap")).hasValue("很多");
        assertThat(window.byId("rule:minimumShare")).hasValue("101");
        assertThat(weight(window, "A")).hasValue("abc");
        assertThat(rate(window)).hasValue("-3");
        assertThat(difficulty(window)).hasValue("0");
        soundly(window);
        window.picture("r2-errors");
    }

    /** Eight points an hour become ten, by difficulty 12.5; the caps are so high that nobody reaches them. */
    private static void itIsMendedAndTried(Window window) {
        window.byId("rule:dayCap").fill("2000");
        window.byId("rule:monthCap").fill("30000");
        window.byId("rule:minimumShare").fill("0");
        weight(window, "A").fill("110");
        rate(window).fill("10");
        difficulty(window).fill("125");
        window.byId("rule:try").click();
        window.page().waitForURL("**months=3**");
        assertThat(window.find("main", SERVICE).first()).isVisible();
        assertThat(window.find("main .card", "和最新一版的不同")).containsText("125%");
        Locator preview = window.find("main .card", "用真实历史试算").last();
        assertThat(preview).containsText("按草稿");
        assertThat(preview).containsText("每个人");
        assertThat(preview.locator("tbody tr").first()).isVisible();
        assertThat(new BigDecimal(figure(preview, "按草稿")))
                .as("issued in three months")
                .isGreaterThan(new BigDecimal(figure(preview, "按现行规则")));
        soundly(window);
        window.picture("r3-preview");
    }

    private static int itIsPublished(Window window) {
        window.byId("publish:validFrom_input").fill("改天");
        window.byId("publish:note").fill("陪伴老人更费心");
        publish(window);
        assertThat(error(window.find("#publish [data-field=validFrom]"))).containsText("日期");
        assertThat(window.byId("publish:note")).hasValue("陪伴老人更费心");
        soundly(window);
        window.byId("publish:validFrom_input")
                .fill(LocalDate.now(ZONE).plusDays(1).toString());
        window.byId("publish:validFrom_input").press("Tab");
        publish(window);
        assertThat(window.find("#messages", "已发布")).isVisible();
        assertThat(window.find("main .row", "陪伴老人更费心")).containsText("待生效");
        soundly(window);
        window.picture("r4-published");
        String title = window.find("main .row", "陪伴老人更费心").locator(".row-title").innerText();
        return Integer.parseInt(title.replaceAll("\\D", ""));
    }

    private static void publish(Window window) {
        window.byId("publish:send").click();
        window.find(".ui-confirmdialog-yes").click();
    }

    /** Tomorrow, today: an edition begins tomorrow at the earliest. */
    private static void itsFirstDayComes(int edition) {
        try (Connection connection = PORTAL.connect();
                Statement change = connection.createStatement()) {
            change.executeUpdate("UPDATE points_rule SET valid_from = valid_from - INTERVAL 1 DAY WHERE edition = "
                    + edition + " AND note = '陪伴老人更费心'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void theVolunteerReadsWhy(String login, int edition) {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, login)) {
            window.open("wallet.xhtml");
            soundly(window);
            window.find("main summary", "为什么是 12.5？").click();
            assertThat(window.find("main .row-why dl")).containsText("10 × 60 ÷ 60 × 125% = 12.5");
            soundly(window);
            window.picture("r5-why");
            window.find("main a.row-title", SERVICE).first().click();
            window.page().waitForURL("**/receipt.xhtml?**");
            assertThat(window.find("main")).containsText("第 " + edition + " 版");
            assertThat(window.find("main")).containsText("王秀英");
            assertThat(window.find("main")).containsText("12.5");
            soundly(window);
            window.picture("r6-receipt");
        }
    }

    private static Locator row(Window window) {
        return window.find("#rule tbody tr", SERVICE);
    }

    private static Locator rate(Window window) {
        return row(window).locator("td input").nth(0);
    }

    private static Locator difficulty(Window window) {
        return row(window).locator("td input").nth(1);
    }

    private static Locator weight(Window window, String grade) {
        return window.find("#rule [data-field=weight]", grade + " 级").locator("input");
    }

    private static Locator error(Locator field) {
        return field.locator(".field-error");
    }

    /** The number of a figure of the preview. */
    private static String figure(Locator preview, String label) {
        return preview.locator(".stat")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first()
                .locator(".stat-value")
                .innerText()
                .replaceAll("[^0-9.]", "");
    }

    private static void soundly(Window window) {
        assertThat(window.axe()).isEmpty();
        assertThat(window.overflow()).isZero();
        assertThat(window.takeErrors()).isEqualTo(List.of());
    }
}
