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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.Crowd;
import org.linli.acceptance.OrderSteps;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** Points that something speaks against: refused with a reason, appealed once, decided by somebody else. */
@Order(86)
class HeldStoryTest {
    private static final RunningPortal PORTAL = RunningPortal.shared();

    /** More than two hours beyond what the service lasted. */
    private static final int CLAIMED_MINUTES = 240;

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
    void an_appeal_against_a_refusal_is_decided_by_somebody_else() {
        List<Crowd.Member> two = Crowd.gather(PORTAL, "resident", 2).members();
        two.forEach(HeldStoryTest::named);
        String title = served(two.get(0), "陪同就医");
        String other = served(two.get(1), "陪同就医");
        theAdministratorRefuses(two.get(0));
        theVolunteerAppeals(two.get(0), title);
        theAdministratorHasNoSecondWord(two.get(0));
        theStreetPays(two.get(0));
        theVolunteerIsPaid(two.get(0));
        assertThat(held(two.get(1))).contains("\"HELD\"").contains(other);
    }

    /** A service that lasted minutes and for which hours are claimed; gives its title. */
    private static String served(Crowd.Member volunteer, String item) {
        OrderSteps steps = new OrderSteps(PORTAL);
        Rest resident = Secrets.rest(PORTAL, "resident");
        Rest dispatcher = Secrets.rest(PORTAL, "dispatcher");
        String order = OrderSteps.id(
                steps.place(resident, steps.item(resident, item)).send().expect(201));
        steps.offer(dispatcher, order, Long.toString(volunteer.id())).send().expect(200);
        steps.accept(volunteer.rest(), order).send().expect(200);
        steps.checkIn(volunteer.rest(), order, steps.code(resident, order))
                .send()
                .expect(200);
        steps.complete(volunteer.rest(), order, CLAIMED_MINUTES).send().expect(200);
        steps.review(resident, order).send().expect(200);
        assertThat(held(volunteer)).contains("\"HELD\"");
        return item;
    }

    /** Nobody else has that name. */
    private static void named(Crowd.Member volunteer) {
        try (Connection connection = PORTAL.connect();
                Statement change = connection.createStatement()) {
            change.executeUpdate("UPDATE person SET name = '" + name(volunteer) + "' WHERE id = " + volunteer.id());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(Crowd.Member volunteer) {
        return "待核" + Long.toString(volunteer.id(), 36);
    }

    private static String held(Crowd.Member volunteer) {
        return volunteer.rest().get("held-postings").expect(200).text();
    }

    private static void theAdministratorRefuses(Crowd.Member volunteer) {
        try (Window window = browsers.window(Browsers.DESK, "zh-CN", false, "admin")) {
            window.open("admin/held-points.xhtml");
            soundly(window);
            Locator card = card(window, volunteer);
            assertThat(card).containsText("申报 240 分钟");
            window.picture("d1-held");
            press(window, card.locator("button[id$=refuse]"), true);
            // the last of the list: the error stands in its own form, and no other says anything
            assertThat(card.locator(".field-error")).containsText("请填写");
            assertThat(window.find("main .field-error .ui-message-error-detail"))
                    .hasCount(1);
            card.locator("input[id$=reason]").fill("签到后几分钟就结束，请说明");
            press(window, card.locator("button[id$=refuse]"), true);
            assertThat(window.find("#messages", "已处理")).isVisible();
            soundly(window);
        }
    }

    private static void theVolunteerAppeals(Crowd.Member volunteer, String title) {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "crowd" + volunteer.id())) {
            window.open("wallet.xhtml");
            window.find("main a.row-title", "待核实积分").click();
            window.page().waitForURL("**/held.xhtml");
            Locator card = window.find("main .card", title).first();
            assertThat(card).containsText("签到后几分钟就结束，请说明");
            assertThat(card).containsText("未通过，可申诉");
            soundly(window);
            window.picture("d2-refused");
            card.locator("summary").click();
            card.locator("button[id$=send]").click();
            assertThat(card.locator(".field-error")).containsText("请填写");
            card.locator("textarea").fill("到了忘记签到，修完才补签，居民可以作证");
            card.locator("button[id$=send]").click();
            assertThat(window.find("#messages", "已提交")).isVisible();
            assertThat(window.find("main", "申诉中").first()).isVisible();
            assertThat(window.find("main summary")).hasCount(0);
            soundly(window);
            window.picture("d3-appealed");
        }
    }

    private static void theAdministratorHasNoSecondWord(Crowd.Member volunteer) {
        try (Window window = browsers.window(Browsers.DESK, "zh-CN", false, "admin")) {
            window.open("admin/held-points.xhtml");
            Locator card = card(window, volunteer);
            assertThat(card).containsText("居民可以作证");
            assertThat(card).containsText("请换一位同事处理");
            assertThat(card.locator("button")).hasCount(0);
        }
    }

    private static void theStreetPays(Crowd.Member volunteer) {
        String community = volunteer.rest().get("me").expect(200).json().getString("communityId");
        try (Window window = browsers.window(Browsers.DESK, "en", false, "street")) {
            window.open("admin/held-points.xhtml?community=" + community);
            Locator card = card(window, volunteer);
            assertThat(card).containsText("240 minutes were claimed");
            soundly(window);
            card.locator("input[id$=reason]").fill("The resident confirms it");
            window.picture("d4-arbiter");
            press(window, card.locator("button[id$=release]"), false);
            assertThat(window.find("#messages", "Decided")).isVisible();
            soundly(window);
        }
    }

    private static void theVolunteerIsPaid(Crowd.Member volunteer) {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", true, "crowd" + volunteer.id())) {
            window.open("held.xhtml");
            assertThat(window.find("main .badge", "已发放")).isVisible();
            assertThat(window.find("main", "The resident confirms it").first()).isVisible();
            assertThat(window.find("main summary")).hasCount(0);
            soundly(window);
            window.picture("d5-paid");
            window.open("wallet.xhtml");
            assertThat(window.find("main", "为什么是 40？").first()).isVisible();
        }
    }

    private static Locator card(Window window, Crowd.Member volunteer) {
        return window.find("main .card", name(volunteer) + " ·").last();
    }

    private static void press(Window window, Locator button, boolean asks) {
        button.click();
        if (asks) {
            window.find(".ui-confirmdialog-yes").click();
        }
    }

    private static void soundly(Window window) {
        assertThat(window.axe()).isEmpty();
        assertThat(window.overflow()).as("overflow").isZero();
        assertThat(window.takeErrors()).isEmpty();
    }
}
