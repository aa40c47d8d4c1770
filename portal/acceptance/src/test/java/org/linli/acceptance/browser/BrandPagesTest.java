package org.linli.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;
import org.linli.acceptance.browser.showcase.ShowcaseBrand;

/** A page with every widget and every input: sound, safe from what a brand writes, and still there when the brand is not. */
@Order(450)
class BrandPagesTest {
    private static final String ALL = "brand.xhtml?brand=showcase&page=all";

    private static Browsers browsers;

    @BeforeAll
    static void begin() {
        ShowcaseBrand.takeUp(RunningPortal.shared());
        browsers = Browsers.open();
    }

    @AfterAll
    static void end() {
        browsers.close();
    }

    @Test
    void every_widget_is_sound_on_a_phone_a_desk_and_in_large_type() {
        List<String> found = new ArrayList<>();
        look(found, browsers.window(Browsers.PHONE, "zh-CN", false, "admin"), "phone");
        look(found, browsers.window(Browsers.DESK, "en", false, "admin"), "desk");
        look(found, browsers.window(Browsers.PHONE, "zh-CN", true, "admin"), "elder");
        Assertions.assertThat(found).isEmpty();
    }

    private static void look(List<String> found, Window window, String name) {
        try (window) {
            Assertions.assertThat(window.open(ALL)).isEqualTo(200);
            window.axe().forEach(line -> found.add(name + " " + line));
            if (window.overflow() > 0) {
                found.add(name + " overflows by " + window.overflow());
            }
            window.takeErrors().forEach(line -> found.add(name + " " + line));
            Assertions.assertThat(window.page().title()).doesNotContain("broken");
            Assertions.assertThat(window.find("script", "broken").count()).isZero();
            window.picture("brand-" + name);
        }
    }

    @Test
    void what_was_typed_stays_until_it_is_right() throws IOException {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "admin")) {
            window.open(ALL);
            window.find("input[name='b16.text']").fill("三号楼");
            window.find("input[name='b16.photos']").setInputFiles(new FilePayload("p.jpg", "image/jpeg", photo()));
            window.find("button", "保存").click();
            assertThat(window.find(".brand-form .alert")).isVisible();
            assertThat(window.find("input[name='b16.text']")).hasValue("三号楼");
            assertThat(window.find("#b16-number-error")).isVisible();
            assertThat(window.find("input[name='b16.photos.kept']")).hasCount(1);
            Assertions.assertThat(window.axe()).isEmpty();
            window.picture("brand-refused");

            window.find("input[name='b16.text']").fill("no");
            complete(window);
            assertThat(window.find("#b16-text-error")).containsText("这样不行 <b>");

            window.find("input[name='b16.text']").fill("收好");
            complete(window);
            assertThat(window.find("#messages")).containsText("收到 <i>");
            assertThat(window.find(".brand-page ul.photos img").first()).isVisible();
            String address = window.find("a", "登记表").first().getAttribute("href");
            Reply pdf = Secrets.rest(RunningPortal.shared(), "admin").get(address);
            Assertions.assertThat(new String(pdf.bytes(), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
            Secrets.rest(RunningPortal.shared(), "resident").get(address).expect(404);
            window.picture("brand-accepted");
        }
    }

    private static void complete(Window window) {
        window.find("input[name='b16.number']").fill("12.5");
        window.find("label.brand-choice", "甲").first().click();
        window.find("label.brand-mark.ok").nth(0).click();
        window.find("label.brand-mark.bad").nth(1).click();
        window.find("input[name='b16.check.b.note']").fill("要修");
        window.find("input[name='b16.sign.typed']").fill("罗海涛");
        window.find("button", "保存").click();
        window.page().waitForLoadState();
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        return out.toByteArray();
    }

    @Test
    void a_brand_that_does_not_answer_leaves_a_place_holder_and_the_rest_of_the_page() {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "admin")) {
            for (String path : List.of("throws", "foreign")) {
                Assertions.assertThat(window.open(ALL + "%2F" + path)).isEqualTo(200);
                assertThat(window.find(".empty-title")).isVisible();
            }
            window.axe().forEach(line -> Assertions.fail(line));
        }
    }

    @Test
    void rest_answers_with_data_files_and_problems() {
        Rest admin = Secrets.rest(RunningPortal.shared(), "admin");
        Reply csv = admin.get("brands/showcase/all/export").expect(200);
        Assertions.assertThat(csv.header("Content-Disposition")).startsWith("attachment");
        Reply refused = admin.post("brands/showcase/all").body("text", "no").send();
        refused.expectProblem(400, "brands.refused");
        Reply done = admin.post("brands/showcase/all")
                .key("showcase-" + System.nanoTime())
                .body("text", "ok")
                .send()
                .expect(200);
        Assertions.assertThat(done.json().getString("message")).isEqualTo("收到 <i>");
        admin.get("brands/showcase/nothing").expectProblem(404, "platform.not-found");
        Secrets.rest(RunningPortal.shared(), "resident2")
                .get("brands/showcase/all/export")
                .expectProblem(404, "platform.not-found");
    }
}
