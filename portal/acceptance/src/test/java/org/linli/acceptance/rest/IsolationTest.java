package org.linli.acceptance.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.acceptance.OrderSteps.id;
import static org.linli.acceptance.OrderSteps.personId;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.ApiDocument;
import org.linli.acceptance.ApiDocument.Operation;
import org.linli.acceptance.OrderSteps;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** Nothing of 旺家 exists for the people of 贵苑, and within 旺家 everybody sees what concerns them. */
@Order(200)
class IsolationTest {
    private static final RunningPortal PORTAL = RunningPortal.shared();
    private static final OrderSteps STEPS = new OrderSteps(PORTAL);
    private static final List<String> STRANGERS = List.of("resident2", "volunteer2", "dispatcher2");

    private static Map<String, Rest> who;
    /** Ids of 旺家 by what a path calls them. */
    private static Map<String, String> ids;

    private static String communityId;
    private static String otherOrder;

    @BeforeAll
    static void somethingHappensInBoth() {
        who = new LinkedHashMap<>();
        for (String login : List.of(
                "resident",
                "volunteer",
                "dispatcher",
                "shopkeeper",
                "admin",
                "grid",
                "street",
                "auditor",
                "resident2",
                "volunteer2",
                "dispatcher2")) {
            who.put(login, Secrets.rest(PORTAL, login));
        }
        communityId = me("resident").getString("communityId");
        ids = new LinkedHashMap<>();
        Rest resident = who.get("resident");
        String item = STEPS.item(resident, "小家电检修");
        String order = id(STEPS.place(resident, item).send().expect(201));
        Reply offered = STEPS.offer(who.get("dispatcher"), order, personId(who.get("volunteer")))
                .send()
                .expect(200);
        ids.put("orders", order);
        ids.put(
                "dispatches",
                offered.json().getJsonArray("offers").getJsonObject(0).getString("id"));
        ids.put("service-items", item);
        ids.put("reward-items", firstId("volunteer", "reward-items"));
        ids.put("redemptions", redemption());
        ids.put("points-transactions", firstId("volunteer", "me/points-transactions"));
        ids.put("people", personId(resident));
        ids.put("activities", activity());
        ids.put("activity-series", series());
        Rest other = who.get("resident2");
        otherOrder = id(STEPS.place(other, STEPS.item(other, "小家电检修")).send().expect(201));
    }

    @Test
    void nothing_of_one_community_exists_for_the_people_of_another() {
        List<String> leaks = new ArrayList<>();
        int asked = 0;
        for (Operation operation : ApiDocument.of(PORTAL).operations()) {
            String path = withIds(operation.path());
            if (path == null) {
                continue;
            }
            for (String stranger : STRANGERS) {
                asked++;
                Rest.Call call =
                        who.get(stranger).call(operation.method(), path).ifMatch("\"v0\"");
                Reply reply =
                        List.of("GET", "DELETE").contains(operation.method()) ? call.send() : send(call, operation);
                if (reply.status() != 404) {
                    leaks.add(stranger + " " + operation.method() + " " + path + " → " + reply);
                }
            }
        }
        assertThat(asked).isGreaterThan(50);
        assertThat(leaks).isEmpty();
    }

    /** Valid bodies: an order of checks that looks at the body first would answer 400 and say nothing of the scope. */
    private static Reply send(Rest.Call call, Operation operation) {
        if (operation.path().endsWith("/photos")) {
            return call.bytes("image/jpeg", Pictures.jpeg()).send();
        }
        return call.body(
                        "reason",
                        "x",
                        "rating",
                        5,
                        "code",
                        "123456",
                        "journal",
                        "x",
                        "minutes",
                        30,
                        "score",
                        90,
                        "comment",
                        "x",
                        "affair",
                        "SHARED",
                        "severity",
                        "ORDINARY",
                        "volunteerIds",
                        List.of(personId(who.get("volunteer2"))),
                        "name",
                        "x",
                        "categoryCode",
                        "appliance",
                        "expectedMinutes",
                        60,
                        "pointsRate",
                        "10",
                        "price",
                        "10",
                        "quantity",
                        1,
                        "delta",
                        1,
                        "note",
                        "x",
                        "role",
                        "VOLUNTEER",
                        "unitId",
                        me("resident2").getString("communityId"))
                .send();
    }

    @Test
    void lists_show_only_what_is_of_one_s_own_community() {
        for (String stranger : STRANGERS) {
            for (String list : List.of(
                    "orders", "service-items", "reward-items", "tasks?state=offered", "notices", "activities")) {
                assertThat(who.get(stranger).get(list).text())
                        .as(stranger + " " + list)
                        .doesNotContain(communityId);
            }
        }
        List<String> leaks = new ArrayList<>();
        for (String list : List.of(
                "orders?scope=queue",
                "service-items?",
                "reward-items?",
                "people?",
                "redemptions?status=RESERVED",
                "activities?",
                "activity-series?")) {
            String path = list + (list.endsWith("?") ? "" : "&") + "communityId=" + communityId;
            for (String stranger : STRANGERS) {
                Reply reply = who.get(stranger).get(path);
                if (reply.status() < 400 && reply.text().contains("\"communityId\":\"" + communityId)) {
                    leaks.add(stranger + " " + path + " → " + reply);
                }
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void an_order_cannot_name_items_people_or_places_of_another_community() {
        Rest stranger = who.get("resident2");
        STEPS.place(stranger, ids.get("service-items")).send().expect(400);
        Rest otherDispatcher = who.get("dispatcher2");
        Reply forAnother = otherDispatcher
                .post("orders")
                .body(
                        "itemId",
                        STEPS.item(stranger, "小家电检修"),
                        "principalId",
                        ids.get("people"),
                        "consentNote",
                        "x",
                        "wantedTo",
                        java.time.Instant.now().plusSeconds(90_000))
                .send();
        assertThat(forAnother.status()).isEqualTo(404);
        STEPS.offer(otherDispatcher, otherOrder, personId(who.get("volunteer")))
                .send()
                .expect(400);
        who.get("resident2")
                .post("redemptions")
                .body("itemId", ids.get("reward-items"), "quantity", 1)
                .send()
                .expect(404);
    }

    @Test
    void only_the_resident_sees_the_check_in_code() {
        String order = ids.get("orders");
        for (String login : List.of("volunteer", "dispatcher", "admin", "street", "auditor", "grid")) {
            assertThat(who.get(login).get("orders/" + order + "/check-in-code").status())
                    .as(login)
                    .isIn(403, 404);
            assertThat(who.get(login).get("orders/" + order).text()).as(login).doesNotContain("checkInCode");
        }
    }

    @Test
    void who_is_only_asked_learns_neither_name_nor_address() {
        Reply seen = who.get("volunteer").get("orders/" + ids.get("orders")).expect(200);
        assertThat(seen.text()).doesNotContain("王秀英").doesNotContain("3栋2单元501");
        assertThat(who.get("dispatcher").get("orders/" + ids.get("orders")).text())
                .contains("王秀英");
    }

    @Test
    void telephone_numbers_are_masked_wherever_they_appear() {
        for (Map.Entry<String, Rest> caller : who.entrySet()) {
            for (String path :
                    List.of("me", "people?limit=100", "people/" + ids.get("people"), "orders/" + ids.get("orders"))) {
                assertThat(caller.getValue().get(path).text())
                        .as(caller.getKey() + " " + path)
                        .doesNotContainPattern("(?<!\\d)1[3-9]\\d{9}(?!\\d)");
            }
        }
    }

    @Test
    void the_wrong_role_in_one_s_own_community_is_forbidden() {
        String order = ids.get("orders");
        forbidden(
                "resident",
                "POST",
                "orders/" + order + "/dispatches",
                "volunteerIds",
                List.of(personId(who.get("volunteer"))));
        forbidden("resident", "GET", "orders/" + order + "/candidates");
        forbidden(
                "resident",
                "POST",
                "points-awards",
                "personId",
                personId(who.get("volunteer")),
                "points",
                "1",
                "reason",
                "x");
        forbidden(
                "dispatcher",
                "POST",
                "points-awards",
                "personId",
                personId(who.get("volunteer")),
                "points",
                "1",
                "reason",
                "x");
        forbidden(
                "volunteer",
                "POST",
                "service-items",
                "name",
                "x",
                "categoryCode",
                "appliance",
                "expectedMinutes",
                60,
                "pointsRate",
                "10");
        forbidden("volunteer", "POST", "reward-items", "name", "x", "price", "1");
        forbidden("resident", "POST", "redemptions/hand-overs", "code", "12345678");
        String activity = "activities/" + ids.get("activities");
        for (String login : List.of("resident", "volunteer", "street", "auditor", "shopkeeper")) {
            forbidden(login, "GET", activity + "/people");
            forbidden(login, "POST", activity + "/attendance", "heads", 3);
            forbidden(login, "POST", activity + "/cancel", "reason", "x");
            forbidden(login, "POST", activity + "/assignments", "personIds", List.of());
            forbidden(login, "GET", "activity-series/" + ids.get("activity-series"));
        }
        forbidden("street", "POST", "orders/" + order + "/cancel", "reason", "x");
        forbidden(
                "auditor",
                "POST",
                "orders/" + order + "/dispatches",
                "volunteerIds",
                List.of(personId(who.get("volunteer"))));
        forbidden(
                "admin", "POST", "points-awards", "personId", personId(who.get("admin")), "points", "1", "reason", "x");
    }

    @Test
    void supervisors_see_what_lies_below_them() {
        for (String login : List.of("street", "auditor")) {
            who.get(login).get("orders/" + ids.get("orders")).expect(200);
        }
    }

    @Test
    void without_a_token_nothing_is_shown() {
        List<String> open = new ArrayList<>();
        for (Operation operation : ApiDocument.of(PORTAL).operations()) {
            String path = withIds(operation.path());
            String asked = path == null ? operation.path().replaceAll("\\{[^}]+}", "1") : path;
            Rest.Call call = Rest.nobody(PORTAL).call(operation.method(), asked);
            boolean bodiless =
                    operation.method().equals("GET") || operation.method().equals("DELETE");
            int status = (bodiless ? call : call.json("{}")).send().status();
            boolean meantToBeOpen = asked.matches("/api/v1/(tokens|sign-ups.*|published-journals.*)");
            if (status != 401 && !meantToBeOpen) {
                open.add(operation.method() + " " + asked + " " + status);
            }
        }
        assertThat(open).isEmpty();
    }

    private static void forbidden(String login, String method, String path, Object... body) {
        Rest.Call call = who.get(login).call(method, path);
        Reply reply = (method.equals("GET") ? call : call.body(body)).send();
        assertThat(reply.status())
                .as("%s %s %s → %s", login, method, path, reply)
                .isEqualTo(403);
    }

    private static @org.jspecify.annotations.Nullable String withIds(String path) {
        String filled = path;
        for (Map.Entry<String, String> known : ids.entrySet()) {
            filled = filled.replaceAll(
                    "/" + known.getKey() + "/\\{[^}:]+}", "/" + known.getKey() + "/" + known.getValue());
        }
        return filled.contains("{") || filled.equals(path) ? null : filled;
    }

    private static JsonObject me(String login) {
        return who.get(login).get("me").expect(200).json();
    }

    private static String firstId(String login, String list) {
        return who.get(login)
                .get(list)
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    private static String activity() {
        return who.get("dispatcher")
                .post("activities")
                .json(plan("\"capacity\":5"))
                .send()
                .expect(201)
                .id();
    }

    private static String series() {
        return who.get("dispatcher")
                .post("activity-series")
                .json("{\"recurrence\":{\"unit\":\"MONTH\"},\"plan\":" + plan("\"capacity\":5") + "}")
                .send()
                .expect(201)
                .id();
    }

    private static String plan(String more) {
        return "{\"kind\":\"other\",\"title\":\"座谈\",\"minutes\":60,\"startsAt\":\""
                + java.time.Instant.now().plusSeconds(90_000) + "\"," + more + "}";
    }

    private static String redemption() {
        JsonObject goods = who
                .get("volunteer")
                .get("reward-items?limit=100")
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(one -> one.getInt("stock") > 0)
                .min(java.util.Comparator.comparing(one -> new java.math.BigDecimal(one.getString("price"))))
                .orElseThrow();
        who.get("admin")
                .post("points-awards")
                .body("personId", personId(who.get("volunteer")), "points", "100", "reason", "好人好事")
                .send()
                .expect(201);
        return who.get("volunteer")
                .post("redemptions")
                .body("itemId", goods.getString("id"), "quantity", 1)
                .send()
                .expect(201)
                .id();
    }
}
