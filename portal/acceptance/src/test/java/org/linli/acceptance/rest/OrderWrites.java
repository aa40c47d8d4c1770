package org.linli.acceptance.rest;

import static org.linli.acceptance.OrderSteps.id;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.linli.acceptance.Crowd;
import org.linli.acceptance.OrderSteps;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** For every POST on orders and the catalogue a way to come to a state in which it can be sent; each call makes a new one. */
final class OrderWrites {
    private final OrderSteps steps;
    private final Tables tables;
    private final Rest resident;
    private final Rest dispatcher;
    private final Rest admin;
    private final Crowd.Member volunteer;
    private final Crowd.Member assessor;
    private final String item;

    OrderWrites(RunningPortal portal) {
        steps = new OrderSteps(portal);
        tables = new Tables(portal);
        resident = Secrets.rest(portal, "resident");
        dispatcher = Secrets.rest(portal, "dispatcher");
        admin = Secrets.rest(portal, "admin");
        List<Crowd.Member> two = Crowd.gather(portal, "resident", 2).members();
        volunteer = two.get(0);
        assessor = two.get(1);
        item = steps.item(resident, "小家电检修");
        tables.grant(assessor.id(), "ASSESSOR", "ACTIVE");
    }

    /** By path as the document names it, without /api/v1/. */
    Map<String, Supplier<Write>> all() {
        Map<String, Supplier<Write>> all = new TreeMap<>();
        orders(all);
        service(all);
        return all;
    }

    private void orders(Map<String, Supplier<Write>> all) {
        all.put("orders", () -> Write.each(() -> steps.place(resident, item), "SELECT COUNT(*) FROM service_order"));
        all.put("orders/{id}/triage", () -> {
            String order = placed();
            tables.change("UPDATE service_order SET flow_pack_id = 2 WHERE id = " + order);
            return step(order, dispatcher, "triage", "affair", "SHARED", "severity", "ORDINARY");
        });
        all.put("orders/{id}/dispatches", () -> {
            String order = placed();
            return step(order, dispatcher, "dispatches", "volunteerIds", List.of(Long.toString(volunteer.id())));
        });
        all.put("orders/{id}/dispatches/{dispatchId}/decline", () -> {
            String order = offered();
            return step(order, volunteer.rest(), "dispatches/" + offer(order) + "/decline", "reason", "没空");
        });
        all.put("orders/{id}/dispatches/{dispatchId}/withdraw", () -> {
            String order = offered();
            return step(order, dispatcher, "dispatches/" + offer(order) + "/withdraw", "reason", "另有安排");
        });
        all.put("orders/{id}/check-in-code", () -> {
            String order = accepted();
            String version = "SELECT version FROM service_order WHERE id = " + order;
            return new Write(() -> dispatcher.post("orders/" + order + "/check-in-code"), version, 1, true);
        });
        all.put("orders/{id}/cancel", () -> step(placed(), resident, "cancel", "reason", "不需要了"));
        all.put("orders/{id}/photos", () -> {
            String order = placed();
            return Write.each(
                    () -> resident.post("orders/" + order + "/photos").bytes("image/jpeg", Pictures.jpeg()),
                    "SELECT COUNT(*) FROM order_photo WHERE order_id = " + order);
        });
        all.put("service-items", () -> {
            String name = "充电检查" + UUID.randomUUID();
            return Write.once(
                    () -> admin.post("service-items")
                            .body("categoryCode", "appliance", "name", name, "expectedMinutes", 30, "pointsRate", "10"),
                    "SELECT COUNT(*) FROM service_item WHERE name = '" + name + "'",
                    1);
        });
    }

    private void service(Map<String, Supplier<Write>> all) {
        all.put("orders/{id}/accept", () -> step(offered(), volunteer.rest(), "accept"));
        all.put("orders/{id}/release", () -> step(accepted(), volunteer.rest(), "release", "reason", "病了"));
        all.put("orders/{id}/check-in", () -> {
            String order = accepted();
            return step(order, volunteer.rest(), "check-in", "code", steps.code(resident, order));
        });
        all.put(
                "orders/{id}/complete",
                () -> step(begun(), volunteer.rest(), "complete", "journal", "修好了", "minutes", 1));
        all.put("orders/{id}/review", () -> {
            Write review = step(done(), resident, "review", "rating", 5);
            return Write.once(review.request(), review.count(), 2);
        });
        all.put("orders/{id}/assess", () -> {
            String order = done();
            tables.change("UPDATE service_order SET flow_pack_id = 3 WHERE id = " + order);
            steps.review(resident, order).send().expect(200);
            Write assess = step(order, assessor.rest(), "assess", "score", 90);
            return Write.once(assess.request(), assess.count(), 2);
        });
    }

    private Write step(String order, Rest who, String action, Object... body) {
        return Write.once(
                () -> who.post("orders/" + order + "/" + action).body(body),
                "SELECT COUNT(*) FROM order_event WHERE order_id = " + order,
                1);
    }

    private String placed() {
        return id(steps.place(resident, item).send().expect(201));
    }

    private String offered() {
        String order = placed();
        steps.offer(dispatcher, order, Long.toString(volunteer.id())).send().expect(200);
        return order;
    }

    private String offer(String order) {
        return tables.text("SELECT id FROM dispatch WHERE order_id = " + order);
    }

    private String accepted() {
        String order = offered();
        steps.accept(volunteer.rest(), order).send().expect(200);
        return order;
    }

    private String begun() {
        String order = accepted();
        steps.checkIn(volunteer.rest(), order, steps.code(resident, order))
                .send()
                .expect(200);
        return order;
    }

    private String done() {
        String order = begun();
        steps.complete(volunteer.rest(), order, 1).send().expect(200);
        return order;
    }
}
