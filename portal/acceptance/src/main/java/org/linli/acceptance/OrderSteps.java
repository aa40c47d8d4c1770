package org.linli.acceptance;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The steps of an order over REST; each takes who does it and gives the reply, whatever it is. */
public final class OrderSteps {
    private final RunningPortal portal;

    public OrderSteps(RunningPortal portal) {
        this.portal = portal;
    }

    /** Id of an item that needs no skill or of one that demo volunteers have, by its Chinese name. */
    public String item(Rest who, String name) {
        return who.get("service-items").expect(200).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(item -> item.getString("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no item " + name))
                .getString("id");
    }

    /** Places an order for the day after tomorrow, ten to twelve. */
    public Rest.Call place(Rest resident, String itemId) {
        Instant from = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(50, ChronoUnit.HOURS);
        return resident.post("orders")
                .body(
                        "itemId",
                        itemId,
                        "description",
                        "电饭煲不加热",
                        "address",
                        "3栋2单元501",
                        "wantedFrom",
                        from,
                        "wantedTo",
                        from.plus(2, ChronoUnit.HOURS));
    }

    public Rest.Call offer(Rest dispatcher, String order, String volunteerId) {
        return dispatcher.post("orders/" + order + "/dispatches").body("volunteerIds", List.of(volunteerId));
    }

    public Rest.Call offerToTeam(Rest dispatcher, String order, long teamId) {
        return dispatcher.post("orders/" + order + "/dispatches").body("teamId", Long.toString(teamId));
    }

    public Rest.Call accept(Rest volunteer, String order) {
        return volunteer.post("orders/" + order + "/accept").body();
    }

    /** The six digits that the resident sees. */
    public String code(Rest resident, String order) {
        return resident.get("orders/" + order + "/check-in-code")
                .expect(200)
                .json()
                .getString("code");
    }

    public Rest.Call checkIn(Rest volunteer, String order, String code) {
        return volunteer.post("orders/" + order + "/check-in").body("code", code);
    }

    public Rest.Call complete(Rest volunteer, String order, int minutes) {
        return volunteer.post("orders/" + order + "/complete").body("journal", "换了电源线，试用正常", "minutes", minutes);
    }

    public Rest.Call review(Rest resident, String order) {
        return resident.post("orders/" + order + "/review").body("rating", 5, "comment", "准时，细心");
    }

    public Rest.Call cancel(Rest who, String order) {
        return who.post("orders/" + order + "/cancel").body("reason", "不需要了");
    }

    /** Id of the order of a reply. */
    public static String id(Reply order) {
        return order.json().getJsonObject("order").getString("id");
    }

    /** Status of the order of a reply. */
    public static String status(Reply order) {
        return order.json().getJsonObject("order").getString("status");
    }

    /** Who the caller is. */
    public static String personId(Rest who) {
        return who.get("me").expect(200).json().getString("personId");
    }

    /** A whole life, each step expected to succeed; gives the id. */
    public String life(Rest resident, Rest dispatcher, Rest volunteer, String volunteerId, String itemId) {
        String order = id(place(resident, itemId).send().expect(201));
        offer(dispatcher, order, volunteerId).send().expect(200);
        accept(volunteer, order).send().expect(200);
        checkIn(volunteer, order, code(resident, order)).send().expect(200);
        complete(volunteer, order, 60).send().expect(200);
        review(resident, order).send().expect(200);
        return order;
    }

    public RunningPortal portal() {
        return portal;
    }
}
