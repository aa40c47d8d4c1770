package org.linli.acceptance.brands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.acceptance.brands.BrandPortal.BRAND;
import static org.linli.acceptance.brands.BrandPortal.PORTAL;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.Secrets;
import org.linli.acceptance.rest.Pictures;

/** Two communities work with one brand, each with its own settings, and know nothing of each other; one gives it up. */
@Order(912)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeparationTest {
    private static Rest resident;
    private static Rest resident2;
    private static Rest dispatcher;
    private static Rest dispatcher2;
    private static Rest admin;
    private static Rest admin2;
    private static String community;
    private static String community2;
    private static String place;
    private static String place2;

    @BeforeAll
    static void both_report_a_danger() {
        BrandPortal.await();
        resident = Secrets.rest(PORTAL, "resident");
        resident2 = Secrets.rest(PORTAL, "resident2");
        dispatcher = Secrets.rest(PORTAL, "dispatcher");
        dispatcher2 = Secrets.rest(PORTAL, "dispatcher2");
        admin = Secrets.rest(PORTAL, "admin");
        community = me(resident, "communityId");
        community2 = me(resident2, "communityId");
        // the demo has no administrator of 贵苑
        Rows.update(
                PORTAL,
                "INSERT IGNORE INTO role_grant (id, person_id, org_unit_id, role, status, valid_from, created_at)"
                        + " SELECT person_id, person_id, ?, 'COMMUNITY_ADMIN', 'ACTIVE', '2026-01-01', NOW()"
                        + " FROM account WHERE login = 'dispatcher2'",
                community2);
        admin2 = Secrets.rest(PORTAL, "dispatcher2");
        String settings = "communities/" + community2 + "/brands/" + BRAND + "/settings";
        Waiting.until("the role counts", 30, () -> admin2.get(settings).status() == 200);
        place = BrandPortal.unique("旺家楼道");
        place2 = BrandPortal.unique("贵苑楼道");
    }

    private static String me(Rest who, String name) {
        return who.get("me").expect(200).json().getString(name);
    }

    private static String grid(String ofCommunity) {
        return Rows.texts(
                        PORTAL,
                        "SELECT id FROM org_unit WHERE parent_id = ? AND level = 'GRID' ORDER BY code",
                        ofCommunity)
                .get(0);
    }

    private static JsonObject hazard(Rest who, String atPlace) {
        return hazards(who).stream()
                .filter(one -> one.getString("place").equals(atPlace))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing at " + atPlace));
    }

    private static List<JsonObject> hazards(Rest who) {
        return BrandPortal.overview(who)
                .expect(200)
                .json()
                .getJsonArray("hazards")
                .getValuesAs(JsonObject.class);
    }

    private static void hours(Rest administrator, String ofCommunity, int hours) {
        String path = "communities/" + ofCommunity + "/brands/" + BRAND + "/settings";
        Reply settings = administrator.get(path).expect(200);
        JsonObject changed = jakarta.json.Json.createObjectBuilder(settings.json())
                .add("hazardHours", hours)
                .build();
        administrator
                .put(path)
                .json(changed.toString())
                .ifMatch(settings.etag())
                .send()
                .expect(200);
    }

    @Test
    @Order(1)
    void each_community_has_its_own_settings_orders_and_records() {
        hours(admin, community, 24);
        hours(admin2, community2, 100);
        BrandPortal.report(resident, grid(community), place).send().expect(200);
        BrandPortal.report(resident2, grid(community2), place2).send().expect(200);
        assertThat(due(hazard(dispatcher, place))).isEqualTo(24);
        assertThat(due(hazard(dispatcher2, place2))).isEqualTo(100);
        assertThat(BrandPortal.overview(dispatcher).text()).contains(place).doesNotContain(place2);
        assertThat(BrandPortal.overview(dispatcher2).text()).contains(place2).doesNotContain(place);
        hours(admin, community, 72);
    }

    @Test
    @Order(0)
    void the_demo_has_two_patrols_with_different_settings_and_histories() {
        Waiting.until("the history of 贵苑", 60, () -> !hazards(dispatcher2).isEmpty());
        assertThat(hazards(dispatcher)).allSatisfy(one -> assertThat(due(one)).isEqualTo(72));
        assertThat(hazards(dispatcher2))
                .hasSizeLessThan(hazards(dispatcher).size())
                .allSatisfy(one -> assertThat(due(one)).isEqualTo(48));
        String settings = "communities/%s/brands/" + BRAND + "/settings";
        assertThat(admin.get(settings.formatted(community)).expect(200).json())
                .isNotEqualTo(
                        admin2.get(settings.formatted(community2)).expect(200).json());
    }

    private static long due(JsonObject hazard) {
        return java.time.Duration.between(
                        java.time.Instant.parse(hazard.getString("placedAt")),
                        java.time.Instant.parse(hazard.getString("dueAt")))
                .toHours();
    }

    @Test
    @Order(2)
    void nothing_of_the_one_is_there_for_the_other() {
        String order = hazard(dispatcher, place).getString("orderId");
        String order2 = hazard(dispatcher2, place2).getString("orderId");
        List<String> leaks = new ArrayList<>();
        hidden(leaks, dispatcher2, order);
        hidden(leaks, dispatcher, order2);
        for (String path : List.of("overview", "rounds")) {
            Reply abroad = dispatcher2.get("brands/" + BRAND + "/" + path + "?community=" + community);
            note(leaks, abroad, path);
        }
        note(leaks, BrandPortal.report(resident2, grid(community), "外面").send(), "a grid of the other", 400);
        for (String path : List.of("", "/settings", "/roles")) {
            note(leaks, admin2.get("communities/" + community + "/brands/" + BRAND + path), path);
        }
        for (String verb : List.of("enable", "approve", "suspend", "resume", "disable", "purge")) {
            Reply reply = admin2.post("communities/" + community + "/brands/" + BRAND + "/" + verb)
                    .body("confirm", BRAND)
                    .send();
            note(leaks, reply, verb);
        }
        assertThat(leaks).isEmpty();
    }

    private static void hidden(List<String> leaks, Rest stranger, String order) {
        note(leaks, stranger.get("orders/" + order), "order");
        note(leaks, stranger.get("orders/" + order + "/brand"), "order/brand");
        note(
                leaks,
                stranger.post("orders/" + order + "/steps/recheck")
                        .body("input", Rest.object("passed", "yes"))
                        .send(),
                "step");
    }

    private static void note(List<String> leaks, Reply reply, String what) {
        note(leaks, reply, what, 404);
    }

    private static void note(List<String> leaks, Reply reply, String what, int expected) {
        if (reply.status() != expected) {
            leaks.add(what + " → " + reply);
        }
    }

    @Test
    @Order(3)
    void a_photo_of_the_one_is_not_there_for_the_other() {
        Reply photo = resident.post("brand-uploads?brand=" + BRAND)
                .bytes("image/jpeg", Pictures.jpeg())
                .send()
                .expect(201);
        String href = photo.json().getString("href");
        assertThat(resident.call("GET", href).send().expect(200).contentType()).isEqualTo("image/jpeg");
        assertThat(resident2.call("GET", href).send().status()).isEqualTo(404);
        assertThat(dispatcher.call("GET", href).send().status()).isEqualTo(404);
        assertThat(resident2.get("brand-uploads/" + photo.id()).status()).isEqualTo(404);
        assertThat(resident2
                        .post("brand-uploads?brand=" + BRAND + "&community=" + community)
                        .bytes("image/jpeg", Pictures.jpeg())
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Order(4)
    void a_purge_leaves_no_row_of_it_and_the_other_community_works_on() {
        resident2
                .post("brand-uploads?brand=" + BRAND)
                .bytes("image/jpeg", Pictures.jpeg())
                .send()
                .expect(201);
        List<String> before = Leftovers.of(PORTAL, BRAND, community);
        assertThat(Leftovers.of(PORTAL, BRAND, community2))
                .anyMatch(line -> line.startsWith("order_extension"))
                .anyMatch(line -> line.startsWith("brand_upload"));
        String path = "communities/" + community2 + "/brands/" + BRAND;
        admin2.post(path + "/purge").body("confirm", BRAND).send().expectProblem(409, "brands.disable-first");
        admin2.post(path + "/disable").body().send().expect(200);
        admin2.post(path + "/purge").body("confirm", "other").send().expect(400);
        Waiting.until("what was queued is done", 30, SeparationTest::nothingWaits);
        admin2.post(path + "/purge").body("confirm", BRAND).send().expect(204);
        assertThat(Leftovers.of(PORTAL, BRAND, community2)).isEmpty();
        assertThat(BrandPortal.overview(dispatcher2).status()).isEqualTo(404);
        assertThat(Leftovers.of(PORTAL, BRAND, community)).containsAll(before);
        hazard(dispatcher, place);
        takeUpAgain(path);
    }

    private static boolean nothingWaits() {
        return Rows.count(
                        PORTAL,
                        "SELECT COUNT(*) FROM brand_run WHERE state = 'WAITING' AND community_id = ?",
                        community2)
                == 0;
    }

    private static void takeUpAgain(String path) {
        List<String> needs =
                admin2.get(path).expect(200).json().getJsonArray("needs").getValuesAs(JsonObject.class).stream()
                        .map(need -> need.getString("code"))
                        .toList();
        admin2.post(path + "/enable").body("needs", needs).send().expect(200);
        // the demo makes its history anew
        assertThat(BrandPortal.overview(dispatcher2).expect(200).text()).doesNotContain(place2);
    }
}
