package org.linli.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.OrderSteps;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;
import org.linli.acceptance.rest.Pictures;

/**
 * The fire patrol as its people live it, in a portal that knows nothing of it: a coordinator at a desk plans a round, a member
 * walks it with a phone, what she finds is dispatched, removed and rechecked, and a resident reports a hazard.
 */
@Order(90)
class FirePatrolStoryTest {
    private static final String BRAND = "brand.xhtml?brand=fire-patrol&page=";
    private static final String COORDINATOR = "grid";
    private static final String MEMBER = "shopkeeper";
    private static final String MEMBER_NAME = "杨红梅";
    private static final String VOLUNTEER = "李建军";
    /** No other run has used these names. */
    private static final String MARK = Long.toString(System.currentTimeMillis() % 100_000_000, 36);

    private static final String ROUTE = "故事路线" + MARK;
    private static final String DOOR = "门口" + MARK;
    private static final String SHED = "车棚" + MARK;

    private static Browsers browsers;

    @BeforeAll
    static void begin() throws IOException {
        Files.createDirectories(Path.of("target", "screenshots"));
        browsers = Browsers.open();
        theAdministratorGives(COORDINATOR, "coordinator");
        theAdministratorGives(MEMBER, "member");
    }

    @AfterAll
    static void end() {
        browsers.close();
    }

    private static void theAdministratorGives(String login, String role) {
        Rest admin = Secrets.rest(RunningPortal.shared(), "admin");
        String community = admin.get("me").json().getString("communityId");
        String person = OrderSteps.personId(Secrets.rest(RunningPortal.shared(), login));
        admin.post("communities/" + community + "/brands/fire-patrol/roles")
                .body("personId", person, "role", role)
                .send()
                .expect(201);
    }

    @Test
    void a_round_is_planned_walked_and_paid_and_what_it_found_is_removed_and_rechecked() {
        theCoordinatorMakesARoute();
        theCoordinatorPlansARound();
        theMemberWalksIt();
        String hazard = hazardAt(DOOR);
        theCoordinatorSeesTheHazard(hazard);
        theDispatcherDispatches(hazard);
        theVolunteerRemovesIt(hazard);
        theMemberRechecks(hazard);
        theMemberReadsHerReceipt();
    }

    @Test
    void a_resident_reports_a_hazard_and_follows_it() {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", true, "resident")) {
            window.open(BRAND + "report");
            window.find(".brand-form button.big").click();
            assertThat(window.find(".field-error").first()).isVisible();
            window.picture("patrol-20-report-refused");
            soundly(window);
            window.find("[name$='.unit']")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            window.find("[name$='.place']").fill("报告" + MARK);
            choose(window, "私拉电线");
            window.find("[name$='.note']").fill("电线从窗户拉到车棚");
            photo(window, window.find("input[type=file]"));
            window.find(".brand-form button.big").click();
            assertThat(window.find("main")).containsText("小时内会处理");
            assertThat(window.find("main")).containsText("报告" + MARK);
            window.picture("patrol-21-reported");
            soundly(window);
            window.find("a", "报告" + MARK).first().click();
            window.page().waitForURL("**/order-detail.xhtml?**");
            assertThat(window.find("main")).containsText("私拉电线");
            window.picture("patrol-22-followed");
            soundly(window);
        }
    }

    @Test
    void every_page_of_the_patrol_reads_well_on_a_desk_in_english() {
        try (Window window = browsers.window(Browsers.DESK, "en", false, COORDINATOR)) {
            for (String page :
                    List.of("today", "rounds", "rounds/new", "routes", "hazards", "report", "publicity", "summary")) {
                assertThat(window.open(BRAND + page)).as(page).isEqualTo(200);
                window.picture("patrol-en-" + page.replace('/', '-'));
                soundly(window);
            }
        }
    }

    private static void theCoordinatorMakesARoute() {
        try (Window window = browsers.window(Browsers.DESK, "zh-CN", false, COORDINATOR)) {
            window.open(BRAND + "routes/new");
            window.find("[name$='.name']").fill(ROUTE);
            choose(window, "第三网格");
            window.find(".brand-form button.big").click();
            addPlace(window, DOOR, "消防通道占用", "灭火器缺失或过期");
            addPlace(window, SHED, "电动自行车进楼充电");
            assertThat(window.find("main")).containsText("2. " + SHED);
            window.picture("patrol-01-route");
            soundly(window);
        }
    }

    private static void addPlace(Window window, String place, String... items) {
        window.find("a", "添加检查点").click();
        window.find("[name$='.place']").fill(place);
        window.picture("patrol-00-place");
        window.find("label.brand-choice").all().forEach(label -> label.locator("input")
                .uncheck());
        for (String item : items) {
            choose(window, item);
        }
        window.find(".brand-form button.big").first().click();
        assertThat(window.find("main")).containsText(place);
    }

    private static void theCoordinatorPlansARound() {
        try (Window window = browsers.window(Browsers.DESK, "zh-CN", false, COORDINATOR)) {
            window.open(BRAND + "rounds/new");
            choose(window, ROUTE);
            LocalDateTime now = LocalDateTime.now(ZoneId.of("Asia/Shanghai"));
            // it has begun, and is one of today even just after midnight
            LocalDateTime begun = now.minusMinutes(5);
            String start = (begun.getDayOfYear() == now.getDayOfYear() ? begun : now)
                    .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm"));
            window.find("[name$='.start']").fill(start);
            choose(window, "只这一次");
            choose(window, MEMBER_NAME);
            window.picture("patrol-02-plan");
            soundly(window);
            window.find(".brand-form button.big").click();
            assertThat(window.find("main")).containsText(ROUTE);
            window.picture("patrol-03-calendar");
            soundly(window);
        }
    }

    private static void theMemberWalksIt() {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, MEMBER)) {
            window.open(BRAND + "today");
            window.picture("patrol-04-today");
            soundly(window);
            window.find("a", ROUTE).first().click();
            assertThat(window.find("main")).containsText("已查 0/2 处");
            window.find("a", DOOR).first().click();
            mark(window, "灭火器缺失或过期", "ok");
            window.find(".brand-form button.big").click();
            assertThat(window.find(".field-error").first()).containsText("每一项");
            mark(window, "消防通道占用", "bad");
            Locator line = line(window, "消防通道占用");
            line.locator("[name$='.note']").fill("两辆三轮车堵着");
            photo(window, line.locator("input[type=file]"));
            window.picture("patrol-05-checklist");
            soundly(window);
            window.find(".brand-form button.big").click();
            assertThat(window.find("h1")).containsText(SHED);
            mark(window, "电动自行车进楼充电", "ok");
            window.find(".brand-form button.big").click();
            assertThat(window.find("main")).containsText("已查 2/2 处");
            window.picture("patrol-06-all-checked");
            soundly(window);
            window.find("[name$='.minutes']").fill("45");
            window.find(".brand-form button.big").click();
            assertThat(window.find("main")).containsText("查了 2 处，发现 1 处隐患");
            window.picture("patrol-07-finished");
            soundly(window);
        }
    }

    private static String hazardAt(String place) {
        Rest coordinator = Secrets.rest(RunningPortal.shared(), COORDINATOR);
        JsonObject overview =
                coordinator.get("brands/fire-patrol/overview").expect(200).json();
        return overview.getJsonArray("hazards").stream()
                .map(JsonValue::asJsonObject)
                .filter(hazard -> hazard.getString("place").equals(place))
                .map(hazard -> hazard.getString("orderId"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no hazard at " + place + " in " + overview));
    }

    private static void theCoordinatorSeesTheHazard(String hazard) {
        try (Window window = browsers.window(Browsers.DESK, "zh-CN", false, COORDINATOR)) {
            window.open(BRAND + "hazards");
            assertThat(window.find("main")).containsText(DOOR);
            window.picture("patrol-08-hazards");
            soundly(window);
            window.open(BRAND + "hazards/" + hazard);
            assertThat(window.find("ul.photos img")).hasCount(1);
            assertThat(window.find("main")).containsText("两辆三轮车堵着");
            window.picture("patrol-09-hazard");
            soundly(window);
        }
    }

    private static void theDispatcherDispatches(String hazard) {
        try (Window window = browsers.window(Browsers.DESK, "zh-CN", false, "dispatcher")) {
            window.open("dispatch.xhtml?order=" + hazard);
            window.find("#who").fill(VOLUNTEER);
            window.find("#who").press("Enter");
            window.page().waitForURL("**who=**");
            window.picture("patrol-10-dispatch");
            soundly(window);
            window.find("#offer li.rival", VOLUNTEER)
                    .first()
                    .locator("input.tick")
                    .check();
            window.find("[id='offer:send']").click();
            assertThat(window.find("#offers")).containsText(VOLUNTEER);
        }
    }

    private static void theVolunteerRemovesIt(String hazard) {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "volunteer")) {
            window.open("tasks.xhtml?show=offers");
            window.find("#offers .card", DOOR).first().locator("button.big").click();
            window.page().waitForURL("**/task.xhtml?**order=" + hazard + "**");
            window.find("[id='checkIn:send']").click();
            window.find("[id='complete:journal']").fill("请车主挪走了三轮车");
            window.picture("patrol-11-complete");
            soundly(window);
            window.find("[id='complete:send']").click();
            assertThat(window.find("[id='complete:send']")).hasCount(0);
            window.picture("patrol-12-completed");
        }
    }

    private static void theMemberRechecks(String hazard) {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, MEMBER)) {
            window.open("orders.xhtml");
            assertThat(window.find("main")).containsText("办理中");
            window.open(BRAND + "hazards/" + hazard);
            assertThat(window.find("main")).containsText("等待复查");
            window.find("a", "去复查").first().click();
            window.page().waitForURL("**/order-detail.xhtml?**");
            assertThat(window.find(".page-head .badge")).hasText("待复查"); // and not 待评价, as the status alone
            choose(window, "已消除");
            window.picture("patrol-13-recheck");
            soundly(window);
            window.find("[id='step:send']").click();
            assertThat(window.find("[id='step:send']")).hasCount(0);
            window.open(BRAND + "hazards/" + hazard);
            assertThat(window.find("main")).containsText("已消除");
            window.picture("patrol-14-gone");
            soundly(window);
        }
    }

    /** The policy runs after the commit: a moment later. */
    private static void theMemberReadsHerReceipt() {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, MEMBER)) {
            for (int i = 0; i < 60; i++) {
                window.open("wallet.xhtml");
                if (window.find("main").innerText().contains("7.5")) {
                    break;
                }
                window.page().waitForTimeout(1000);
            }
            window.picture("patrol-15-wallet");
            assertThat(window.find("main")).containsText("7.5");
            soundly(window);
        }
    }

    private static void choose(Window window, String text) {
        window.find("label.brand-choice", text).first().click();
    }

    private static Locator line(Window window, String item) {
        return window.find("fieldset.brand-line", item);
    }

    private static void mark(Window window, String item, String result) {
        line(window, item).locator("label.brand-mark." + result).click();
    }

    private static void photo(Window window, Locator input) {
        input.setInputFiles(new FilePayload("photo.jpg", "image/jpeg", Pictures.jpeg()));
        window.page().waitForTimeout(200);
    }

    /** The page as it stands now: axe finds nothing, nothing sticks out, no script failed. */
    private static void soundly(Window window) {
        assertThat(window.axe()).isEmpty();
        assertThat(window.overflow()).isZero();
        assertThat(window.takeErrors()).isEqualTo(List.of());
    }
}
