package org.linli.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.Crowd;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** A good deed from nomination to payment, and a gift of points, as people live them. */
@Order(88)
class GiftStoryTest {
    private static final RunningPortal PORTAL = RunningPortal.shared();

    /** The job that pays runs every minute. */
    private static final double PAID_WITHIN_MILLIS = 90_000;

    /** The list of suggestions answers keys, not what is filled in at once. */
    private static final Locator.PressSequentiallyOptions UNHURRIED =
            new Locator.PressSequentiallyOptions().setDelay(60);

    private static Browsers browsers;
    private static Rest admin;
    private static String community;

    @BeforeAll
    static void begin() throws IOException {
        Files.createDirectories(Path.of("target", "screenshots"));
        browsers = Browsers.open();
        admin = Secrets.rest(PORTAL, "admin");
        community = admin.get("me").expect(200).json().getString("communityId");
    }

    @AfterAll
    static void end() {
        browsers.close();
    }

    @Test
    void a_good_deed_is_nominated_seconded_announced_and_paid() {
        theAdministratorDecidesTheRules();
        Crowd.Member hero = Crowd.gather(PORTAL, "resident", 1).members().get(0);
        String name = "好邻居" + UUID.randomUUID().toString().substring(0, 6);
        change("UPDATE person SET name = '" + name + "' WHERE id = " + hero.id());
        String id = theResidentNominates(name);
        theVolunteerSeconds(id);
        theAdministratorApproves(id);
        everybodyReadsTheAnnouncement(name);
        theLastDayPasses(id);
        theHeroIsPaid(hero, id);
    }

    @Test
    void points_are_given_to_a_neighbour_in_need_without_a_name() {
        theAdministratorDecidesTheRules();
        List<Crowd.Member> crowd = Crowd.gather(PORTAL, "resident", 1).members();
        Crowd.Member neighbour = crowd.get(0);
        String name = "困难邻居" + UUID.randomUUID().toString().substring(0, 6);
        change("UPDATE person SET name = '" + name + "' WHERE id = " + neighbour.id());
        theAdministratorEnters(name);
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "volunteer")) {
            window.open("wallet.xhtml");
            window.find("main a[href$='/donate.xhtml']").first().click();
            window.page().waitForURL("**/donate.xhtml");
            soundly(window);
            window.byId("donate:recipient").click();
            window.find("[id='donate:recipient_panel'] li", name).click();
            window.byId("donate:points").fill("1.5");
            window.byId("donate:message").fill("祝您早日康复");
            window.picture("g3-donate");
            window.byId("donate:give").click();
            window.find(".ui-confirmdialog-yes").click();
            assertThat(window.find("main a.row-title").first()).isVisible();
            soundly(window);
            window.picture("g4-donated");
        }
        Reply wallet = neighbour.rest().get("me/wallet").expect(200);
        assertThat(wallet.json().getString("received")).isEqualTo("1.5");
        String movements =
                neighbour.rest().get("me/points-transactions").expect(200).text();
        assertThat(movements).contains("祝您早日康复").contains("不愿留名");
    }

    private static void theAdministratorDecidesTheRules() {
        Reply policy = admin.get("points-policies/" + community).expect(200);
        admin.put("points-policies/" + community)
                .ifMatch(policy.etag())
                .body(
                        "expiry",
                        "NONE",
                        "noticeDays",
                        30,
                        "donations",
                        true,
                        "pool",
                        true,
                        "aloneUpTo",
                        "50",
                        "panelSize",
                        1,
                        "announceDays",
                        3)
                .send()
                .expect(200);
    }

    private static void theAdministratorEnters(String name) {
        try (Window window = browsers.window(Browsers.DESK, "zh-CN", false, "admin")) {
            window.open("admin/points-gifts.xhtml");
            soundly(window);
            window.byId("need:personId_input").pressSequentially(name, UNHURRIED);
            window.find("[id='need:personId_panel'] li", name).first().click();
            window.byId("need:from_input").fill("2026-01-01");
            window.byId("need:from_input").press("Tab");
            window.byId("need:to_input").fill("2026-12-31");
            window.byId("need:to_input").press("Tab");
            window.byId("need:reason").fill("低保家庭");
            window.byId("need:consent").fill("本人当面同意");
            window.byId("need:add").click();
            assertThat(window.find("#needs", name)).isVisible();
            soundly(window);
            window.picture("g5-in-need");
        }
    }

    private static String theResidentNominates(String name) {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "resident")) {
            window.open("nominations.xhtml");
            soundly(window);
            window.byId("nominate:nominee").fill("没有这个人");
            window.byId("nominate:story").fill("下雨天帮三楼老人修好了漏水");
            window.byId("nominate:send").click();
            assertThat(window.find("#nominate [data-field=nominee] .field-error"))
                    .isVisible();
            window.byId("nominate:nominee").fill(name);
            window.byId("nominate:send").click();
            window.page().waitForURL("**/nomination.xhtml?**");
            soundly(window);
            window.picture("g1-nominated");
            return window.page().url().replaceFirst(".*[?&]id=(\\d+).*", "$1");
        }
    }

    private static void theVolunteerSeconds(String id) {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", true, "volunteer")) {
            window.open("nomination.xhtml?id=" + id);
            window.byId("steps:second").click();
            assertThat(window.byId("steps:second")).hasCount(0);
            soundly(window);
        }
    }

    private static void theAdministratorApproves(String id) {
        try (Window window = browsers.window(Browsers.DESK, "en", false, "admin")) {
            window.open("nomination.xhtml?id=" + id);
            soundly(window);
            window.byId("steps:note").fill("已核实");
            window.byId("steps:approve").click();
            assertThat(window.find("main", "Announced").first()).isVisible();
            soundly(window);
        }
    }

    private static void everybodyReadsTheAnnouncement(String name) {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "resident")) {
            window.open("announcements.xhtml");
            assertThat(window.find("a.row-title", name)).isVisible();
            soundly(window);
            window.picture("g2-announced");
        }
    }

    private static void theLastDayPasses(String id) {
        change("UPDATE nomination SET announced_from = announced_from - INTERVAL 5 DAY,"
                + " announced_until = announced_until - INTERVAL 5 DAY WHERE id = " + id);
    }

    private static void theHeroIsPaid(Crowd.Member hero, String id) {
        try (Window window = browsers.window(Browsers.DESK, "zh-CN", false, "resident")) {
            long until = System.currentTimeMillis() + (long) PAID_WITHIN_MILLIS;
            while (System.currentTimeMillis() < until
                    && !hero.rest().get("nominations/" + id).text().contains("\"PAID\"")) {
                window.page().waitForTimeout(500);
            }
            window.open("nomination.xhtml?id=" + id);
            assertThat(window.find("main .badge", "已奖励").first()).isVisible();
            soundly(window);
        }
    }

    private static void change(String statement) {
        try (Connection connection = PORTAL.connect();
                Statement change = connection.createStatement()) {
            change.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void soundly(Window window) {
        assertThat(window.axe()).isEmpty();
        assertThat(window.overflow()).isZero();
        assertThat(window.takeErrors()).isEqualTo(List.of());
    }
}
