package org.linli.acceptance.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.acceptance.OrderSteps.id;
import static org.linli.acceptance.OrderSteps.personId;
import static org.linli.acceptance.OrderSteps.status;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.Invariants;
import org.linli.acceptance.OrderSteps;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** From the wish to the goods over the counter, as programs see it. */
@Order(100)
class OrderLifeTest {
    private static final RunningPortal PORTAL = RunningPortal.shared();
    private static final OrderSteps STEPS = new OrderSteps(PORTAL);

    private static Rest resident;
    private static Rest dispatcher;
    private static Rest volunteer;
    private static Rest shopkeeper;
    private static Rest admin;
    private static String volunteerId;
    private static String item;

    @BeforeAll
    static void everybodySignsIn() {
        resident = Rest.signedIn(PORTAL, "resident");
        dispatcher = Secrets.rest(PORTAL, "dispatcher");
        volunteer = Secrets.rest(PORTAL, "volunteer");
        shopkeeper = Secrets.rest(PORTAL, "shopkeeper");
        admin = Secrets.rest(PORTAL, "admin");
        volunteerId = personId(volunteer);
        item = STEPS.item(resident, "小家电检修");
    }

    @Test
    void a_wish_becomes_a_service_points_and_goods() {
        Reply placed = STEPS.place(resident, item).send().expect(201);
        String order = id(placed);
        assertThat(placed.header("Location")).endsWith("/api/v1/orders/" + order);
        assertThat(candidates(order)).contains(volunteerId);

        BigDecimal before = points(volunteer, "available");
        Reply offered = STEPS.offer(dispatcher, order, volunteerId)
                .ifMatch(etag(dispatcher, order))
                .send()
                .expect(200);
        assertThat(status(offered)).isEqualTo("DISPATCHED");
        assertThat(status(STEPS.accept(volunteer, order).send().expect(200))).isEqualTo("ACCEPTED");
        String code = STEPS.code(resident, order);
        assertThat(code).matches("\\d{6}");
        assertThat(status(STEPS.checkIn(volunteer, order, code).send().expect(200)))
                .isEqualTo("IN_SERVICE");
        addPhoto(order);
        assertThat(status(STEPS.complete(volunteer, order, 60).send().expect(200)))
                .isEqualTo("COMPLETED");
        Reply reviewed = STEPS.review(resident, order).send().expect(200);
        assertThat(status(reviewed)).isEqualTo("CLOSED");
        assertThat(reviewed.json()
                        .getJsonObject("service")
                        .getJsonObject("record")
                        .getInt("minutes"))
                .isEqualTo(60);

        // 12 points for an hour of this item
        assertThat(points(volunteer, "available")).isEqualByComparingTo(before.add(new BigDecimal("12")));
        JsonObject earned = volunteer
                .get("me/points-transactions?limit=1")
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(earned.getString("amount")).isEqualTo("12");
        assertThat(earned.getJsonObject("receipt").getJsonArray("lines")).isNotEmpty();
        assertThat(actions(order))
                .containsExactly("PLACE", "OFFER", "ACCEPT", "CHECK_IN", "COMPLETE", "REVIEW", "CLOSE");
        redeemAndFetch();
        Invariants.hold(PORTAL);
    }

    private static void redeemAndFetch() {
        JsonObject goods = cheapest();
        BigDecimal price = new BigDecimal(goods.getString("price"));
        BigDecimal before = points(volunteer, "available");
        BigDecimal heldBefore = points(volunteer, "held");
        Reply redeemed = volunteer
                .post("redemptions")
                .body("itemId", goods.getString("id"), "quantity", 1, "price", goods.getString("price"))
                .send()
                .expect(201);
        assertThat(redeemed.json().getString("status")).isEqualTo("RESERVED");
        assertThat(points(volunteer, "available")).isEqualByComparingTo(before.subtract(price));
        assertThat(points(volunteer, "held")).isEqualByComparingTo(heldBefore.add(price));
        String code = redeemed.json().getString("pickupCode");
        volunteer.post("redemptions/hand-overs").body("code", code).send().expect(403);
        Reply fetched = shopkeeper
                .post("redemptions/hand-overs")
                .body("code", code)
                .send()
                .expect(200);
        assertThat(fetched.json().getString("status")).isEqualTo("PICKED_UP");
        assertThat(points(volunteer, "held")).isEqualByComparingTo(heldBefore);
        shopkeeper.post("redemptions/hand-overs").body("code", code).send().expectProblem(409, "shop.picked-up-before");
        volunteer.post("redemptions/" + redeemed.id() + "/cancel").body().send().expect(409);
    }

    @Test
    void what_was_redeemed_and_cancelled_comes_back_whole() {
        admin.post("points-awards")
                .body("personId", volunteerId, "points", "50", "reason", "好人好事")
                .send()
                .expect(201);
        JsonObject goods = cheapest();
        BigDecimal before = points(volunteer, "available");
        Reply redeemed = volunteer
                .post("redemptions")
                .body("itemId", goods.getString("id"), "quantity", 1)
                .send()
                .expect(201);
        Reply cancelled = volunteer
                .post("redemptions/" + redeemed.id() + "/cancel")
                .body()
                .send()
                .expect(200);
        assertThat(cancelled.json().getString("status")).isEqualTo("CANCELLED");
        assertThat(points(volunteer, "available")).isEqualByComparingTo(before);
        assertThat(cheapest().getInt("stock")).isEqualTo(goods.getInt("stock"));
        Invariants.hold(PORTAL);
    }

    @Test
    void the_same_request_sent_again_acts_once_and_answers_the_same() {
        String key = UUID.randomUUID().toString();
        Reply first = STEPS.place(resident, item).key(key).send().expect(201);
        Reply again = STEPS.place(resident, item).key(key).send().expect(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        resident.post("orders").key(key).body("itemId", item).send().expect(422);
        // another caller's key of the same name is another key
        STEPS.place(Secrets.rest(PORTAL, "grid"), item).key(key).send().expect(201);
    }

    @Test
    void a_refused_request_leaves_its_key_free() {
        String key = UUID.randomUUID().toString();
        resident.post("orders").key(key).body("itemId", item).send().expect(400);
        STEPS.place(resident, item).key(key).send().expect(201);
    }

    @Test
    void whoever_looked_at_an_older_version_is_told_so() {
        String order = place();
        String seen = etag(resident, order);
        STEPS.offer(dispatcher, order, volunteerId).send().expect(200);
        STEPS.cancel(resident, order).ifMatch(seen).send().expect(412);
        STEPS.cancel(resident, order).ifMatch("nonsense").send().expect(400);
        STEPS.cancel(resident, order).ifMatch(etag(resident, order)).send().expect(200);
    }

    @Test
    void before_dispatch_the_resident_cancels_freely() {
        String order = place();
        assertThat(status(STEPS.cancel(resident, order).send().expect(200))).isEqualTo("CANCELLED");
        STEPS.offer(dispatcher, order, volunteerId).send().expect(409);
        STEPS.cancel(resident, order).send().expect(409);
    }

    @Test
    void a_cancelled_offer_can_no_longer_be_accepted() {
        String order = offered();
        STEPS.cancel(resident, order).send().expect(200);
        assertThat(STEPS.accept(volunteer, order).send().status()).isIn(403, 409);
    }

    @Test
    void an_accepted_order_can_be_cancelled_and_its_volunteer_is_free_again() {
        String order = accepted();
        STEPS.cancel(resident, order).send().expect(200);
        assertThat(STEPS.checkIn(volunteer, order, "000000").send().status()).isIn(403, 409);
        Invariants.hold(PORTAL);
    }

    @Test
    void once_begun_only_the_dispatcher_cancels_and_says_why() {
        String order = inService();
        STEPS.cancel(resident, order).send().expectProblem(409, "orders.cancel-in-service");
        STEPS.cancel(volunteer, order).send().expect(403);
        dispatcher.post("orders/" + order + "/cancel").body().send().expect(400);
        assertThat(status(STEPS.cancel(dispatcher, order).send().expect(200))).isEqualTo("CANCELLED");
        Invariants.hold(PORTAL);
    }

    @Test
    void after_the_service_nobody_cancels() {
        String order = inService();
        STEPS.complete(volunteer, order, 30).send().expect(200);
        STEPS.cancel(resident, order).send().expect(409);
        STEPS.cancel(dispatcher, order).send().expect(409);
        STEPS.review(resident, order).send().expect(200);
        STEPS.review(resident, order).send().expect(409);
    }

    @Test
    void a_declined_order_goes_back_and_is_dispatched_again() {
        String order = offered();
        String offer = openOffer(order);
        volunteer
                .post("orders/" + order + "/dispatches/" + offer + "/decline")
                .body("reason", "临时加班")
                .send()
                .expect(200);
        assertThat(status(dispatcher.get("orders/" + order).expect(200))).isEqualTo("PLACED");
        STEPS.offer(dispatcher, order, volunteerId).send().expect(200);
        assertThat(status(STEPS.accept(volunteer, order).send().expect(200))).isEqualTo("ACCEPTED");
        assertThat(actions(order)).containsExactly("PLACE", "OFFER", "DECLINE", "OFFER", "ACCEPT");
    }

    @Test
    void an_offer_can_be_taken_back_and_an_accepted_order_given_back() {
        String order = offered();
        dispatcher
                .post("orders/" + order + "/dispatches/" + openOffer(order) + "/withdraw")
                .body("reason", "派错了")
                .send()
                .expect(200);
        assertThat(STEPS.accept(volunteer, order).send().status()).isIn(403, 409);
        STEPS.offer(dispatcher, order, volunteerId).send().expect(200);
        STEPS.accept(volunteer, order).send().expect(200);
        Reply released = volunteer
                .post("orders/" + order + "/release")
                .body("reason", "孩子病了")
                .send()
                .expect(200);
        assertThat(status(released)).isEqualTo("PLACED");
        Invariants.hold(PORTAL);
    }

    @Test
    void five_wrong_codes_lock_the_check_in_until_a_new_one_is_issued() {
        String order = accepted();
        String code = STEPS.code(resident, order);
        String wrong = code.equals("111111") ? "222222" : "111111";
        for (int i = 0; i < 5; i++) {
            STEPS.checkIn(volunteer, order, wrong).send().expect(409);
        }
        STEPS.checkIn(volunteer, order, code).send().expectProblem(409, "orders.code-locked");
        volunteer.post("orders/" + order + "/check-in-code").body().send().expect(403);
        assertThat(dispatcher
                        .post("orders/" + order + "/check-in-code")
                        .body()
                        .send()
                        .status())
                .isBetween(200, 204);
        STEPS.checkIn(volunteer, order, STEPS.code(resident, order)).send().expect(200);
    }

    @Test
    void every_step_out_of_order_is_refused_and_changes_nothing() {
        String order = place();
        assertThat(STEPS.accept(volunteer, order).send().status()).isIn(403, 404, 409);
        assertThat(STEPS.review(resident, order).send().status()).isEqualTo(409);
        assertThat(status(resident.get("orders/" + order))).isEqualTo("PLACED");
        assertThat(actions(order)).containsExactly("PLACE");
    }

    @Test
    void faulty_fields_are_all_named_in_the_language_of_the_caller() {
        Reply chinese = resident.post("orders")
                .header("Accept-Language", "zh-CN")
                .body("description", "字".repeat(501))
                .send()
                .expect(400);
        assertThat(pointers(chinese)).contains("/itemId", "/wantedTo", "/description");
        assertThat(chinese.json().getString("detail")).containsPattern("[\\u4e00-\\u9fff]");
        Reply english = resident.post("orders")
                .header("Accept-Language", "en")
                .body()
                .send()
                .expect(400);
        assertThat(english.json().getString("detail")).doesNotContainPattern("[\\u4e00-\\u9fff]");
    }

    private static List<String> pointers(Reply problem) {
        return problem.json().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .map(error -> error.getString("pointer"))
                .toList();
    }

    private static String place() {
        return id(STEPS.place(resident, item).send().expect(201));
    }

    private static String offered() {
        String order = place();
        STEPS.offer(dispatcher, order, volunteerId).send().expect(200);
        return order;
    }

    private static String accepted() {
        String order = offered();
        STEPS.accept(volunteer, order).send().expect(200);
        return order;
    }

    private static String inService() {
        String order = accepted();
        STEPS.checkIn(volunteer, order, STEPS.code(resident, order)).send().expect(200);
        return order;
    }

    private static String openOffer(String order) {
        return dispatcher.get("orders/" + order).json().getJsonArray("offers").getValuesAs(JsonObject.class).stream()
                .filter(offer -> offer.getString("status").equals("OFFERED"))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }

    private static List<String> candidates(String order) {
        return dispatcher
                .get("orders/" + order + "/candidates?limit=100")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(candidate -> candidate.getString("volunteerId"))
                .toList();
    }

    private static List<String> actions(String order) {
        return resident
                .get("orders/" + order + "/timeline")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(line -> line.getString("action"))
                .toList();
    }

    private static String etag(Rest who, String order) {
        String etag = who.get("orders/" + order).expect(200).etag();
        assertThat(etag).startsWith("\"");
        return etag;
    }

    private static BigDecimal points(Rest who, String which) {
        return new BigDecimal(who.get("me/wallet").expect(200).json().getString(which));
    }

    private static JsonObject cheapest() {
        return volunteer
                .get("reward-items?limit=100")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(goods -> goods.getInt("stock") > 0)
                .min(java.util.Comparator.comparing(goods -> new BigDecimal(goods.getString("price"))))
                .orElseThrow();
    }

    private static void addPhoto(String order) {
        Reply added = volunteer
                .post("orders/" + order + "/photos")
                .bytes("image/jpeg", Pictures.jpeg())
                .send()
                .expect(201);
        Reply photo = resident.call("GET", added.header("Location").replaceFirst("^https?://[^/]+", ""))
                .header("Accept", "image/jpeg")
                .send()
                .expect(200);
        assertThat(photo.contentType()).isEqualTo("image/jpeg");
        volunteer
                .post("orders/" + order + "/photos")
                .bytes("image/jpeg", "no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .send()
                .expect(400);
    }
}
