package org.linli.acceptance.rest;

import static org.linli.acceptance.OrderSteps.id;

import jakarta.json.Json;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.linli.acceptance.Crowd;
import org.linli.acceptance.OrderSteps;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;
import org.linli.acceptance.browser.showcase.ShowcaseBrand;

/** The same for every POST on activities and service brands. */
final class BrandWrites {
    private static final List<String> NEEDS = List.of("records", "documents", "orders:own-types");
    private static final String BINDING = " FROM brand_binding WHERE brand_id = '" + ShowcaseBrand.ID + "'";

    private final OrderSteps steps;
    private final Tables tables;
    private final Rest resident;
    private final Rest dispatcher;
    private final Rest admin;
    private final Rest operator;
    private final List<Crowd.Member> crowd;
    private final String binding;
    private int releases;

    BrandWrites(RunningPortal portal) {
        ShowcaseBrand.takeUp(portal);
        steps = new OrderSteps(portal);
        tables = new Tables(portal);
        resident = Secrets.rest(portal, "resident");
        dispatcher = Secrets.rest(portal, "dispatcher");
        admin = Secrets.rest(portal, "admin");
        operator = Secrets.rest(portal, "operator");
        crowd = Crowd.gather(portal, "resident", 2).members();
        String community = admin.get("me").expect(200).json().getString("communityId");
        binding = "communities/" + community + "/brands/" + ShowcaseBrand.ID;
    }

    /** By path as the document names it, without /api/v1/. */
    Map<String, Supplier<Write>> all() {
        Map<String, Supplier<Write>> all = new TreeMap<>();
        plans(all);
        dates(all);
        publishing(all);
        working(all);
        bindings(all);
        return all;
    }

    private void plans(Map<String, Supplier<Write>> all) {
        all.put(
                "activities",
                () -> Write.each(() -> dispatcher.post("activities").json(plan()), "SELECT COUNT(*) FROM activity"));
        all.put("activity-series", () -> Write.each(this::series, "SELECT COUNT(*) FROM activity_series"));
        all.put("activity-series/{id}/end", () -> {
            String id = series().send().expect(201).id();
            return Write.once(
                    () -> dispatcher.post("activity-series/" + id + "/end").body("reason", "放假"),
                    "SELECT COUNT(*) FROM activity_series WHERE ended_at IS NOT NULL AND id = " + id,
                    1);
        });
    }

    private void dates(Map<String, Supplier<Write>> all) {
        all.put("activities/{id}/assignments", () -> {
            String id = planned();
            return date(id, dispatcher, "assignments", "personIds", List.of(person(0)), "ASSIGNED");
        });
        all.put("activities/{id}/sign-ups", () -> {
            String id = planned();
            return Write.once(
                    () -> crowd.get(0).rest().post("activities/" + id + "/sign-ups"), people(id, "SIGNED_UP"), 1);
        });
        all.put("activities/{id}/attendance", () -> {
            String id = begun();
            return Write.once(
                    () -> dispatcher
                            .post("activities/" + id + "/attendance")
                            .body("attended", List.of(), "heads", 9, "journal", "议定三件事"),
                    "SELECT COUNT(*) FROM activity WHERE status = 'FINISHED' AND id = " + id,
                    1);
        });
        all.put("activities/{id}/cancel", () -> {
            String id = planned();
            return Write.once(
                    () -> dispatcher.post("activities/" + id + "/cancel").body("reason", "下雨"),
                    "SELECT COUNT(*) FROM activity WHERE status = 'CANCELLED' AND id = " + id,
                    1);
        });
    }

    private void publishing(Map<String, Supplier<Write>> all) {
        all.put("brand-keys", () -> {
            String publisher = "p" + UUID.randomUUID().toString().substring(0, 8);
            String key = publicKey();
            return Write.once(
                    () -> operator.post("brand-keys").body("publisher", publisher, "publicKey", key),
                    "SELECT COUNT(*) FROM brand_publisher_key WHERE publisher = '" + publisher + "'",
                    1);
        });
        all.put("brand-keys/{id}/end", () -> {
            String id = operator.post("brand-keys")
                    .body("publisher", "someone", "publicKey", publicKey())
                    .send()
                    .expect(201)
                    .id();
            return Write.once(
                    () -> operator.post("brand-keys/" + id + "/end"),
                    "SELECT COUNT(*) FROM brand_publisher_key WHERE ended_at IS NOT NULL AND id = " + id,
                    1);
        });
        all.put("brand-releases/{id}/reject", () -> {
            releases++;
            String id = ShowcaseBrand.stage(operator, "0.0.1-once." + System.nanoTime() % 1_000_000 + releases);
            return Write.once(
                    () -> operator.post("brand-releases/" + id + "/reject"),
                    "SELECT COUNT(*) FROM brand_release WHERE status = 'REJECTED' AND id = " + id,
                    1);
        });
    }

    private void working(Map<String, Supplier<Write>> all) {
        all.put("brand-uploads", () -> {
            be("ON");
            return Write.each(
                    () -> resident.post("brand-uploads?brand=" + ShowcaseBrand.ID)
                            .bytes("image/jpeg", Pictures.jpeg()),
                    "SELECT COUNT(*) FROM brand_upload");
        });
        all.put("brands/{brand}/{path}", () -> {
            be("ON");
            Supplier<Rest.Call> request =
                    () -> admin.post("brands/" + ShowcaseBrand.ID + "/all").body("text", "ok");
            request.get().send().expect(200);
            String version =
                    "SELECT version FROM brand_record WHERE record_key = 'last' AND brand = '" + ShowcaseBrand.ID + "'";
            return Write.each(request, version);
        });
        all.put("orders/{id}/steps/{step}", () -> {
            be("ON");
            String order = waiting();
            return Write.once(
                    () -> dispatcher
                            .post("orders/" + order + "/steps/verdict")
                            .body("input", Rest.object("verdict", "和好了")),
                    "SELECT COUNT(*) FROM order_step WHERE order_id = " + order,
                    1);
        });
    }

    private void bindings(Map<String, Supplier<Write>> all) {
        String path = "communities/{community}/brands/{brand}/";
        all.put(path + "enable", () -> act("DISABLED", "enable", "ON"));
        all.put(path + "suspend", () -> act("ON", "suspend", "SUSPENDED"));
        all.put(path + "resume", () -> act("SUSPENDED", "resume", "ON"));
        all.put(path + "disable", () -> act("ON", "disable", "DISABLED"));
        all.put(path + "approve", () -> {
            be("SUSPENDED");
            tables.change("UPDATE brand_binding SET reason = 'needs', approved = ''"
                    + BINDING.substring(BINDING.indexOf(" WHERE")));
            return Write.once(() -> admin.post(binding + "/approve").body("needs", NEEDS), state("ON"), 1);
        });
        all.put(path + "purge", () -> {
            be("DISABLED");
            return Write.once(
                    () -> admin.post(binding + "/purge").body("confirm", ShowcaseBrand.ID),
                    "SELECT 1 - COUNT(*)" + BINDING,
                    1);
        });
        all.put(path + "roles", () -> {
            be("ON");
            tables.change("DELETE FROM brand_role WHERE brand_id = '" + ShowcaseBrand.ID + "'");
            return Write.once(
                    () -> admin.post(binding + "/roles").body("personId", person(0), "role", "helper"),
                    "SELECT COUNT(*) FROM brand_role WHERE brand_id = '" + ShowcaseBrand.ID + "'",
                    1);
        });
    }

    /** The brand works again. */
    void end() {
        be("ON");
    }

    private Write act(String from, String verb, String to) {
        be(from);
        return Write.once(() -> admin.post(binding + "/" + verb).body("needs", NEEDS), state(to), 1);
    }

    private static String state(String state) {
        return "SELECT COUNT(*)" + BINDING + " AND state = '" + state + "'";
    }

    /** Brings the brand into that state in the community. */
    private void be(String wanted) {
        String now = admin.get(binding).expect(200).json().getString("state");
        if (now.equals(wanted)) {
            return;
        }
        switch (now) {
            case "SUSPENDED" -> act("approve");
            case "ON" -> act(wanted.equals("SUSPENDED") ? "suspend" : "disable");
            default -> act("enable");
        }
        if (admin.get(binding).expect(200).json().getString("state").equals("SUSPENDED") && wanted.equals("ON")) {
            act("resume");
        }
        be(wanted);
    }

    private void act(String verb) {
        admin.post(binding + "/" + verb).body("needs", NEEDS).send().expect(200);
    }

    private Write date(String id, Rest who, String verb, String key, Object value, String state) {
        return Write.once(() -> who.post("activities/" + id + "/" + verb).body(key, value), people(id, state), 1);
    }

    private static String people(String activity, String state) {
        return "SELECT COUNT(*) FROM activity_person WHERE activity_id = " + activity + " AND state = '" + state + "'";
    }

    private String person(int index) {
        return Long.toString(crowd.get(index).id());
    }

    private static String plan() {
        Instant start = Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        return Rest.object("kind", "festival", "title", "座谈", "minutes", 60, "startsAt", start, "capacity", 5)
                .toString();
    }

    private Rest.Call series() {
        return dispatcher
                .post("activity-series")
                .json("{\"recurrence\":{\"unit\":\"WEEK\",\"weekdays\":[1]},\"plan\":" + plan() + "}");
    }

    private String planned() {
        return dispatcher.post("activities").json(plan()).send().expect(201).id();
    }

    private String begun() {
        String id = planned();
        tables.change(
                "UPDATE activity SET starts_at = NOW(6) - INTERVAL 90 MINUTE, ends_at = NOW(6) - INTERVAL 30 MINUTE"
                        + " WHERE id = " + id);
        return id;
    }

    /** An order of the brand whose step waits. */
    private String waiting() {
        String item = steps.item(resident, "邻里调解咨询");
        Instant from = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(50, ChronoUnit.HOURS);
        Reply placed = resident.post("orders")
                .body(
                        "itemId",
                        item,
                        "wantedFrom",
                        from,
                        "wantedTo",
                        from.plus(2, ChronoUnit.HOURS),
                        "fields",
                        Json.createObjectBuilder()
                                .add("about", "leak")
                                .add("other", "502")
                                .build())
                .send()
                .expect(201);
        String order = id(placed);
        Rest volunteer = crowd.get(0).rest();
        steps.offer(dispatcher, order, person(0)).send().expect(200);
        steps.accept(volunteer, order).send().expect(200);
        volunteer.post("orders/" + order + "/check-in").body().send().expect(200);
        steps.complete(volunteer, order, 1).send().expect(200);
        return order;
    }

    private static String publicKey() {
        try {
            byte[] key = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPublic()
                    .getEncoded();
            return Base64.getEncoder().encodeToString(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
