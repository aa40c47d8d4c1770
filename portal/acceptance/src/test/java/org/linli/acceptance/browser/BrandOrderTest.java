package org.linli.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.OrderSteps;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;
import org.linli.acceptance.browser.showcase.ShowcaseBrand;
import org.linli.acceptance.rest.Pictures;

/** A resident orders a service of a brand, which asks for more than the community's own services do. */
@Order(455)
class BrandOrderTest {
    private static final String SERVICE = "邻里调解咨询";

    private static Browsers browsers;
    private static Rest resident;
    private static String item;

    @BeforeAll
    static void begin() {
        ShowcaseBrand.takeUp(RunningPortal.shared());
        browsers = Browsers.open();
        resident = Secrets.rest(RunningPortal.shared(), "resident");
        item = new OrderSteps(RunningPortal.shared()).item(resident, SERVICE);
    }

    @AfterAll
    static void end() {
        browsers.close();
    }

    private static Rest.Call place(JsonObjectBuilder fields) {
        Instant from = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(50, ChronoUnit.HOURS);
        return resident.post("orders")
                .body(
                        "itemId",
                        item,
                        "address",
                        "3栋2单元501",
                        "wantedFrom",
                        from,
                        "wantedTo",
                        from.plus(2, ChronoUnit.HOURS),
                        "fields",
                        fields.build());
    }

    private static JsonObjectBuilder right() {
        return Json.createObjectBuilder().add("about", "leak").add("other", "502");
    }

    @Test
    void rest_says_what_is_asked_and_keeps_what_is_answered() {
        List<JsonObject> asked = resident.get("service-items/" + item + "/fields")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        assertThat(asked.stream().map(field -> field.getString("name")))
                .containsExactly("about", "other", "since", "hours", "urgent", "people", "photos");
        assertThat(asked.get(0).getJsonArray("choices")).hasSize(2);

        String order = place(right().add("since", 12).add("hours", 1.5).add("urgent", true))
                .send()
                .expect(201)
                .json()
                .getJsonObject("order")
                .getString("id");
        String kept = resident.get("orders/" + order + "/brand").expect(200).text();
        assertThat(kept).contains("漏水", "502", "12", "1.5").doesNotContain("verdict");
    }

    @Test
    void what_the_brand_does_not_want_is_refused_at_its_field() {
        refused(Json.createObjectBuilder(), "/about", "/other");
        refused(right().add("verdict", "won"), "/verdict");
        refused(right().add("colour", "red"), "/colour");
        refused(right().add("about", "smell"), "/about");
        refused(right().add("other", "长".repeat(41)), "/other");
        refused(right().add("since", "long"), "/since");
        refused(right().add("photos", Json.createArrayBuilder().add("42")), "/photos");
        place(right().add("since", 1e30)).send().expectProblem(400, "platform.number-too-long");
    }

    private static void refused(JsonObjectBuilder fields, String... pointers) {
        Reply reply = place(fields).send();
        reply.expectProblem(400, "platform.invalid");
        assertThat(reply.json().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                        .map(error -> error.getString("pointer")))
                .containsExactlyInAnyOrder(pointers);
    }

    @Test
    void the_order_page_asks_keeps_what_was_typed_and_shows_it_before_the_order_is_placed() {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "resident")) {
            window.open("order.xhtml");
            window.find("a.cat", "代办服务").click();
            window.find("a.pick-title", SERVICE).click();
            assertThat(window.find("input[name='b1000.other']")).isVisible();
            soundly(window, "brand-order-1-asked");

            window.find("input[name='b1000.since']").fill("很久");
            window.find("input[name='b1000.photos']")
                    .setInputFiles(new FilePayload("p.jpg", "image/jpeg", Pictures.jpeg()));
            window.find("[id='order:toWhen']").click();
            assertThat(window.find("#b1000-other-error")).isVisible();
            assertThat(window.find("#b1000-since-error")).isVisible();
            assertThat(window.find("input[name='b1000.since']")).hasValue("很久");
            assertThat(window.find("input[name='b1000.photos.kept']")).hasCount(1);
            soundly(window, "brand-order-2-refused");

            window.find("label.brand-choice", "漏水").click();
            window.find("input[name='b1000.other']").fill("502");
            window.find("input[name='b1000.since']").fill("12");
            window.find("textarea[name='b1000.people']").fill("王阿姨\n李师傅");
            window.find("[id='order:toWhen']").click();
            assertThat(window.find("[id='order:toCheck']")).isVisible();
            window.page().goBack();
            assertThat(window.find("input[name='b1000.other']")).hasValue("502");
            window.find("[id='order:toWhen']").click();
            window.find("[id='order:toCheck']").click();
            assertThat(window.find("#order")).containsText("漏水");
            assertThat(window.find("#order")).containsText("1 张照片");
            soundly(window, "brand-order-3-check");

            window.find("[id='order:place']").click();
            window.page().waitForURL("**/order-detail.xhtml?**");
            String id = window.page().url().replaceFirst(".*[?&]id=(\\d+).*", "$1");
            window.open("order-detail.xhtml?id=" + id);
            assertThat(window.find("main")).containsText("王阿姨, 李师傅");
            assertThat(window.find("ul.photos img")).hasCount(1);
            soundly(window, "brand-order-4-placed");

            window.open("order.xhtml?again=" + id);
            assertThat(window.find("input[name='b1000.other']")).hasValue("502");
        }
    }

    private static void soundly(Window window, String name) {
        window.picture(name);
        assertThat(window.axe()).isEmpty();
        assertThat(window.overflow()).isZero();
        assertThat(window.takeErrors()).isEmpty();
    }
}
