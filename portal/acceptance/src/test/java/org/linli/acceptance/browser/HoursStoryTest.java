package org.linli.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** Hours as people live them: corrected by two people, entered afterwards and objected to, certified. */
@Order(87)
class HoursStoryTest {
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
    void a_record_is_corrected_by_two_people() {
        String record = theVolunteerAsks();
        answer("admin", record);
        answer("street", record);
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "volunteer")) {
            window.open("service-record.xhtml?id=" + record);
            assertThat(window.find("main", "已更正")).isVisible();
            assertThat(window.find("main", "已冲销")).isVisible();
            assertThat(window.byId("ask:minutes")).hasCount(0);
            soundly(window);
            window.open("hours.xhtml");
            assertThat(window.find(".row-side", "−").first()).isVisible();
            soundly(window);
            window.picture("h3-hours");
        }
    }

    private static String theVolunteerAsks() {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "volunteer")) {
            window.open("hours.xhtml");
            soundly(window);
            window.picture("h1-hours");
            window.find("main .row:not(:has-text('更正')):not(:has-text('冲销')) a.row-title")
                    .last()
                    .click();
            window.page().waitForURL("**/service-record.xhtml?**");
            soundly(window);
            window.byId("ask:minutes").fill("7");
            window.byId("ask:reason").fill("签退晚了，实际只有七分钟");
            window.find("#ask button[type=submit]").click();
            assertThat(window.find("main", "等管理员审核")).isVisible();
            soundly(window);
            return window.page().url().replaceFirst(".*[?&]id=(\\d+).*", "$1");
        }
    }

    private static void answer(String login, String record) {
        try (Window window = browsers.window(Browsers.DESK, "zh-CN", false, login)) {
            window.open("admin/hours.xhtml");
            soundly(window);
            window.open("service-record.xhtml?id=" + record);
            soundly(window);
            window.picture("h2-" + login);
            window.find("#answer button", "同意").first().click();
            assertThat(window.find("#messages", "已办理")).isVisible();
            soundly(window);
        }
    }

    @Test
    void an_announced_back_entry_is_objected_to_and_judged() {
        String entry = announced();
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "resident")) {
            window.open("back-entry.xhtml?id=" + entry);
            soundly(window);
            window.byId("objection:reason").fill("那天我在家，没有见过他");
            window.find("#objection button").click();
            assertThat(window.find("main", "有异议，等裁定")).isVisible();
            assertThat(window.find("main .row", "那天我在家，没有见过他")).isVisible();
            soundly(window);
            window.picture("h4-objection");
        }
        try (Window window = browsers.window(Browsers.DESK, "zh-CN", false, "admin")) {
            window.open("back-entry.xhtml?id=" + entry);
            assertThat(window.find("main", "那天我在家")).isVisible();
            assertThat(window.byId("answer:agree")).hasCount(0); // approved it
            soundly(window);
        }
        try (Window window = browsers.window(Browsers.DESK, "en", false, "district")) {
            window.open("back-entry.xhtml?id=" + entry);
            assertThat(window.find("main", "那天我在家")).isVisible();
            window.byId("answer:note").fill("The sign-in sheet says otherwise");
            window.byId("answer:agree").click();
            assertThat(window.find("#messages", "Done")).isVisible();
            soundly(window);
            window.picture("h5-judged");
        }
    }

    private static String announced() {
        return Secrets.rest(RunningPortal.shared(), "resident")
                .get("back-entries")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    @Test
    void a_certificate_is_made_and_checked_by_anybody() {
        String number;
        try (Window window = browsers.window(Browsers.DESK, "zh-CN", false, "volunteer")) {
            window.open("certificate.xhtml");
            window.byId("certificate:issue").click();
            window.page().waitForURL("**/certificate.xhtml?**");
            assertThat(window.find(".paper-table tbody tr").first()).isVisible();
            soundly(window);
            window.picture("h6-certificate");
            number = window.find(".paper-facts strong").innerText();
        }
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "resident")) {
            window.open("public/certificate.xhtml");
            window.byId("number").fill(number);
            window.find("main form button").click();
            assertThat(window.find("main", "证明属实").first()).isVisible();
            soundly(window);
            window.picture("h7-check");
        }
    }

    private static void soundly(Window window) {
        assertThat(window.axe()).isEmpty();
        assertThat(window.takeErrors()).isEmpty();
        assertThat(window.overflow()).as("overflow").isZero();
    }
}
