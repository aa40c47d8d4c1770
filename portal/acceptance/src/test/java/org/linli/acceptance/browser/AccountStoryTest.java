package org.linli.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.OrderSteps;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** Somebody new joins, signs in, and changes the password. */
@Order(70)
class AccountStoryTest {
    private static Browsers browsers;

    @BeforeAll
    static void begin() {
        browsers = Browsers.open();
    }

    @AfterAll
    static void end() {
        browsers.close();
    }

    @Test
    void a_new_resident_signs_up_signs_in_and_changes_the_password() {
        String phone = "139" + String.format("%08d", ThreadLocalRandom.current().nextInt(100_000_000));
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false)) {
            signUp(window, phone, "yi-ge-hao-mima-8");
            window.picture("41-signed-up");
            signIn(window, phone, "wrong-password");
            assertThat(window.find("#messages")).containsText("不对");
            window.picture("42-wrong-password");
            signIn(window, phone, "yi-ge-hao-mima-8");
            window.page().waitForURL(Pattern.compile(".*home\\.xhtml.*"));
            window.open("account.xhtml");
            window.picture("43-account");
            window.fill("secret:oldPassword", "yi-ge-hao-mima-8");
            window.fill("secret:password", "ling-yi-ge-mima-9");
            window.find("#secret .form-actions button").last().click();
            assertThat(window.find("#messages")).containsText("密码");
            window.picture("44-password-changed");
        }
        try (Window other = browsers.window(Browsers.DESK, "zh-CN", false)) {
            signIn(other, phone, "yi-ge-hao-mima-8");
            assertThat(other.find("#messages")).containsText("不对");
            signIn(other, phone, "ling-yi-ge-mima-9");
            other.page().waitForURL(Pattern.compile(".*home\\.xhtml.*"));
            assertThat(other.page().title()).isNotBlank();
        }
    }

    @Test
    void the_page_of_a_person_offers_only_what_the_viewer_may_do() {
        String resident = OrderSteps.personId(Secrets.rest(RunningPortal.shared(), "resident"));
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "resident")) {
            window.open("admin/person.xhtml?id=" + resident);
            assertThat(window.find("main")).containsText("居民");
            assertThat(window.find("#person button")).hasCount(0);
            window.picture("45-oneself");
        }
        try (Window window = browsers.window(Browsers.DESK, "zh-CN", false, "admin")) {
            window.open("admin/person.xhtml?id=" + resident);
            assertThat(window.find("#person")).containsText("查看完整电话");
            assertThat(window.find("#person\\:role_input option[value='DISPATCHER']"))
                    .hasCount(1);
            assertThat(window.find("#person\\:role_input option[value='VOLUNTEER']"))
                    .hasCount(0);
        }
    }

    private static void signUp(Window window, String phone, String password) {
        window.open("sign-up.xhtml");
        window.fill("signUp:search", "旺家");
        window.find("#signUp button.ui-button-outlined").first().click();
        window.page().waitForTimeout(800);
        window.find("#signUp .rows button, #signUp li button").first().click();
        window.byId("signUp:name").waitFor();
        window.picture("40-sign-up");
        window.byId("signUp:homeUnitId").click();
        window.page().waitForTimeout(800); // the list unfolds; a click that makes the page scroll would close it
        window.find("#signUp\\:homeUnitId_items li:not(.ui-noselection-option)")
                .nth(2)
                .click();
        window.fill("signUp:name", "新来的人");
        window.fill("signUp:phone", phone);
        window.fill("signUp:password", password);
        window.find("#signUp .form-actions button").first().click();
        window.byId("signUp:volunteer").waitFor();
        window.find("#signUp .form-actions button").first().click();
        window.find("#signUp a[href*='sign-in']").waitFor();
    }

    private static void signIn(Window window, String login, String password) {
        if (!window.page().url().contains("sign-in")) {
            window.open("sign-in.xhtml");
        }
        window.fill("signIn:login", login);
        window.fill("signIn:password", password);
        window.find("#signIn button.big").click();
    }
}
