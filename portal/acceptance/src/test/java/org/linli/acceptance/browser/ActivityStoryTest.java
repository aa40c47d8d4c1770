package org.linli.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.RunningPortal;

/** An activity as people live it: planned at a desk, joined on a phone, recorded afterwards. */
@Order(85)
class ActivityStoryTest {
    private static final String TITLE = "邻里百家宴";
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
    void an_activity_is_planned_joined_left_and_recorded() {
        String title = TITLE + System.nanoTime() % 10_000;
        String id = theDispatcherPlans(title);
        theResidentSignsUpAndLeaves(id, title);
        theVolunteerSignsUpInLargeType(id);
        itBegins(id);
        theDispatcherRecords(id);
        theResidentReadsWhatHappened(id);
    }

    @Test
    void a_series_is_planned_and_ended() {
        try (Window window = browsers.window(Browsers.DESK, "en", false, "dispatcher")) {
            String title = "Choir " + System.nanoTime() % 10_000;
            window.open("admin/activity.xhtml");
            fill(window, title);
            window.byId("plan:repeats").click();
            window.find("[id='plan:repeats_panel'] li", "weeks").click();
            assertThat(window.find("#plan .ui-selectmanycheckbox")).isVisible();
            soundly(window);
            window.picture("a5-series");
            window.byId("plan:save").click();
            window.page().waitForURL("**/admin/activities.xhtml");
            window.find("a.row-title", title).first().click();
            window.page().waitForURL("**series=**");
            soundly(window);
            window.find("details.fold summary").click();
            window.byId("ending:reason").fill("Summer");
            window.byId("ending:end").click();
            window.page().waitForURL("**/admin/activities.xhtml");
            assertThat(window.find("a.row-title", title)).hasCount(0);
        }
    }

    private static String theDispatcherPlans(String title) {
        try (Window window = browsers.window(Browsers.DESK, "zh-CN", false, "dispatcher")) {
            window.open("admin/activity.xhtml");
            window.byId("plan:save").click();
            assertThat(window.find("#plan [data-field=title] .field-error")).isVisible();
            soundly(window);
            fill(window, title);
            window.byId("plan:capacity").fill("2");
            window.picture("a1-plan");
            window.byId("plan:save").click();
            window.page().waitForURL("**/admin/activities.xhtml");
            soundly(window);
            window.find("a.row-title", title).first().click();
            window.page().waitForURL("**/activity.xhtml?**");
            soundly(window);
            return window.page().url().replaceFirst(".*[?&]id=(\\d+).*", "$1");
        }
    }

    private static void fill(Window window, String title) {
        window.byId("plan:title").fill(title);
        window.byId("plan:kind").click();
        window.find("[id='plan:kind_panel'] li").nth(2).click();
        String start = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                .format(Instant.now()
                        .plus(2, ChronoUnit.DAYS)
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .truncatedTo(ChronoUnit.HOURS));
        Locator input = window.byId("plan:startsAt_input");
        input.fill(start);
        input.press("Tab");
    }

    private static void theResidentSignsUpAndLeaves(String id, String title) {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "resident")) {
            window.open("home.xhtml");
            window.find("main a[href$='/activities.xhtml']").first().click();
            window.page().waitForURL("**/activities.xhtml");
            assertThat(window.find("a.row-title", title)).isVisible();
            soundly(window);
            window.picture("a2-calendar");
            window.open("activity.xhtml?id=" + id);
            window.byId("mine:signUp").dblclick();
            assertThat(window.byId("mine:withdraw")).isVisible();
            soundly(window);
            window.picture("a3-signed-up");
            window.byId("mine:withdraw").click();
            window.find(".ui-confirmdialog-yes").click();
            assertThat(window.byId("mine:signUp")).isVisible();
            assertThat(window.find("#people")).hasCount(0);
        }
    }

    private static void theVolunteerSignsUpInLargeType(String id) {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", true, "volunteer")) {
            window.open("activity.xhtml?id=" + id);
            window.byId("mine:signUp").click();
            assertThat(window.byId("mine:withdraw")).isVisible();
            soundly(window);
            window.open("activities.xhtml?mine=true");
            assertThat(window.find("a.row-title[href*='" + id + "']")).isVisible();
            soundly(window);
        }
    }

    private static void theDispatcherRecords(String id) {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "dispatcher")) {
            window.open("activity.xhtml?id=" + id);
            soundly(window);
            window.byId("attendance:q").fill("王秀英");
            window.byId("attendance:find").click();
            window.find("#attendance button", "补登").first().click();
            assertThat(window.find("#attendance .came")).hasCount(2);
            window.byId("attendance:heads").fill("1");
            window.byId("attendance:finish").click();
            assertThat(window.find("#attendance [data-field=heads] .field-error"))
                    .isVisible();
            window.byId("attendance:heads").fill("30");
            window.byId("attendance:journal").fill("一家一道菜");
            window.picture("a4-attendance");
            window.byId("attendance:finish").click();
            assertThat(window.find("#attendance")).hasCount(0);
            assertThat(window.find("main")).containsText("30");
            soundly(window);
        }
    }

    private static void theResidentReadsWhatHappened(String id) {
        try (Window window = browsers.window(Browsers.DESK, "en", false, "resident")) {
            window.open("activity.xhtml?id=" + id);
            assertThat(window.find("main")).containsText("一家一道菜");
            assertThat(window.find("main")).containsText("Came");
            soundly(window);
        }
    }

    private static void itBegins(String id) {
        try (Connection connection = RunningPortal.shared().connect();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE activity SET starts_at = starts_at - INTERVAL 3 DAY, ends_at = ends_at - INTERVAL 3 DAY"
                                + " WHERE id = ?")) {
            update.setLong(1, Long.parseLong(id));
            update.executeUpdate();
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
