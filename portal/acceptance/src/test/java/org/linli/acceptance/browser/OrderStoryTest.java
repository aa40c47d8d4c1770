package org.linli.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.rest.Pictures;

/**
 * The story that the portal is for, as people live it: ordering on a phone, dispatching at a desk, serving, reviewing,
 * spending. Each step leaves a picture in target/screenshots.
 */
@Order(80)
class OrderStoryTest {
    private static final String SERVICE = "小家电检修";
    private static final String VOLUNTEER = "李建军";
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
    void an_order_is_placed_dispatched_accepted_served_reviewed_paid_and_spent() {
        String id = theResidentOrders();
        theDispatcherDispatches(id);
        theVolunteerAccepts(id);
        String code = theResidentReadsTheCode(id);
        theVolunteerServes(id, code);
        theResidentConfirms(id);
        String pickup = theVolunteerReadsTheReceiptAndRedeems();
        theShopkeeperHandsOver(pickup);
    }

    @Test
    void a_wrong_password_stays_on_the_page_and_says_what_to_do() {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false)) {
            window.open("sign-in.xhtml");
            window.find("[id='signIn:login']").fill("nobody-by-that-name");
            window.find("[id='signIn:password']").fill("not-the-password");
            window.find("#signIn button.big").click();
            assertThat(window.find("#messages")).containsText("不对");
            assertThat(window.find("[id='signIn:login']")).hasValue("nobody-by-that-name");
            window.picture("00-wrong-password");
        }
    }

    @Test
    void a_person_signs_in_by_the_form_and_out_again() {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false)) {
            window.open("orders.xhtml");
            window.page().waitForURL("**/sign-in.xhtml?next=**");
            window.find("[id='signIn:login']").fill("resident2");
            window.find("[id='signIn:password']").fill("linli-demo");
            window.find("#signIn button.big").click();
            window.page().waitForURL("**/orders.xhtml");
            window.page().evaluate("() => document.querySelector('form[action$=\"/sign-out\"]').submit()");
            window.page().waitForURL(Pattern.compile(".*/(index.xhtml)?$"));
            window.open("orders.xhtml");
            window.page().waitForURL("**/sign-in.xhtml?next=**");
        }
    }

    private static String theResidentOrders() {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "resident")) {
            Page page = window.page();
            window.open("home.xhtml");
            window.picture("01-home");
            window.open("order.xhtml");
            page.getByText("家电维修").first().click();
            window.picture("02-service");
            page.locator("a.pick-title", new Page.LocatorOptions().setHasText(SERVICE))
                    .click();
            assertThat(window.find("[id='order:toCheck']")).isVisible();
            window.find("#order .ui-selectoneradio")
                    .first()
                    .locator("label")
                    .nth(1)
                    .click();
            window.find("[id='order:description']").fill("电饭煲不通电，请带万用表");
            window.picture("03-when-and-where");
            soundly(window);
            window.find("[id='order:toCheck']").click();
            assertThat(window.find("[id='order:place']")).isVisible();
            assertThat(window.find("#order")).containsText(SERVICE);
            window.picture("04-check");
            window.find("[id='order:place']").dblclick();
            page.waitForURL("**/order-detail.xhtml?**");
            assertThat(window.find("#orderNumber")).hasText(Pattern.compile("\\d{6}-[0-9A-Z]{5}"));
            window.picture("05-placed");
            soundly(window);
            return page.url().replaceFirst(".*[?&]id=(\\d+).*", "$1");
        }
    }

    private static void theDispatcherDispatches(String id) {
        try (Window window = browsers.window(Browsers.DESK, "zh-CN", false, "dispatcher")) {
            window.open("dispatch.xhtml?order=" + id);
            assertThat(window.find("#orderTitle")).containsText(SERVICE);
            window.find("#who").fill(VOLUNTEER);
            window.find("#who").press("Enter");
            window.page().waitForURL("**who=**");
            Locator rival = window.find("#offer li.rival")
                    .filter(new Locator.FilterOptions().setHasText(VOLUNTEER))
                    .first();
            assertThat(rival.locator(".reason").first()).isVisible();
            rival.locator("input.tick").check();
            window.picture("06-dispatch-board");
            soundly(window);
            window.find("[id='offer:send']").click();
            assertThat(window.find("#offers")).containsText(VOLUNTEER);
            window.picture("07-dispatched");
        }
    }

    private static void theVolunteerAccepts(String id) {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "volunteer")) {
            window.open("tasks.xhtml?show=offers");
            window.picture("08-offers");
            Locator offer = window.find("#offers .card")
                    .filter(new Locator.FilterOptions().setHasText("请带万用表"))
                    .first();
            offer.locator("button.big").click();
            window.page().waitForURL("**/task.xhtml?**order=" + id + "**");
            window.picture("09-accepted");
        }
    }

    private static String theResidentReadsTheCode(String id) {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "resident")) {
            window.open("order-detail.xhtml?id=" + id);
            window.picture("10-code");
            soundly(window);
            String shown = window.find(".code-value").first().innerText().replaceAll("\\D", "");
            assertThat(shown).hasSize(6);
            return shown;
        }
    }

    private static void theVolunteerServes(String id, String code) {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "volunteer")) {
            window.open("task.xhtml?order=" + id);
            String wrong = code.equals("000000") ? "111111" : "000000";
            window.find("[id='checkIn:code']").fill(wrong);
            window.find("[id='checkIn:send']").click();
            assertThat(window.find("#content, main").first()).containsText("不对");
            window.picture("11-wrong-code");
            window.find("[id='checkIn:code']").fill(code);
            window.find("[id='checkIn:send']").click();
            assertThat(window.find("[id='complete:send']")).isVisible();
            window.find("[id='complete:journal']").fill("换了保险丝，试用正常，提醒老人用完拔插头。");
            window.find("#complete input[type=file]")
                    .setInputFiles(new FilePayload("after.jpg", "image/jpeg", Pictures.jpeg()));
            assertThat(window.find("#complete ul.photos img")).hasCount(1);
            window.picture("12-complete");
            soundly(window);
            window.find("[id='complete:send']").click();
            assertThat(window.find("[id='complete:send']")).hasCount(0);
            window.picture("13-completed");
        }
    }

    private static void theResidentConfirms(String id) {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "resident")) {
            window.open("order-detail.xhtml?id=" + id);
            window.find("#review .stars-choice label").first().click();
            window.find("[id='review:comment']").fill("修得又快又仔细");
            window.picture("14-review");
            soundly(window);
            window.find("[id='review:send']").click();
            assertThat(window.find("#review")).hasCount(0);
            assertThat(window.find(".timeline")).containsText("评");
            window.picture("15-reviewed");
        }
    }

    private static String theVolunteerReadsTheReceiptAndRedeems() {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "volunteer")) {
            window.open("wallet.xhtml");
            window.picture("16-wallet");
            window.page().getByText(SERVICE).first().click();
            window.page().waitForURL("**/receipt.xhtml?**");
            assertThat(window.find(".receipt")).containsText("积分");
            window.picture("17-receipt");
            soundly(window);
            window.open("shop.xhtml");
            window.find("#shelf button:not([disabled])").first().click();
            window.picture("18-redeem");
            window.find(".ui-confirmdialog-yes").click();
            window.page().waitForURL("**/redemptions.xhtml**");
            window.picture("19-pickup-code");
            soundly(window);
            String shown = window.find(".code-value").first().innerText().replaceAll("\\D", "");
            assertThat(shown).hasSize(8);
            return shown;
        }
    }

    private static void theShopkeeperHandsOver(String pickup) {
        try (Window window = browsers.window(Browsers.DESK, "zh-CN", false, "shopkeeper")) {
            window.open("counter.xhtml");
            window.find("[id='counter:code']").fill(pickup);
            window.find("[id='counter:hand']").click();
            assertThat(window.find(".verdict")).containsText(VOLUNTEER);
            window.picture("20-handed-over");
            soundly(window);
            window.find("[id='counter:code']").fill(pickup);
            window.find("[id='counter:hand']").click();
            assertThat(window.find(".verdict")).containsText("不能");
            window.picture("21-second-time-refused");
        }
    }

    /** The page as it stands now: axe finds nothing, nothing sticks out, no script failed. */
    private static void soundly(Window window) {
        assertThat(window.axe()).isEmpty();
        assertThat(window.overflow()).isZero();
        assertThat(window.takeErrors()).isEqualTo(List.of());
    }
}
