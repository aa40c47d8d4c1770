package org.linli.acceptance.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.acceptance.OrderSteps.personId;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.Burst;
import org.linli.acceptance.Crowd;
import org.linli.acceptance.Invariants;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** Activities as people use them: planned, full, moved up, changed, cancelled, recorded. */
@Order(250)
class ActivitiesTest {
    private static final RunningPortal PORTAL = RunningPortal.shared();
    private static final Instant START = Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);

    private static Rest dispatcher;
    private static Rest resident;
    private static Rest volunteer;

    @BeforeAll
    static void signIn() {
        dispatcher = Secrets.rest(PORTAL, "dispatcher");
        resident = Secrets.rest(PORTAL, "resident");
        volunteer = Secrets.rest(PORTAL, "volunteer");
    }

    @AfterAll
    static void invariants_hold() {
        Invariants.hold(PORTAL);
    }

    @Test
    void who_comes_too_late_waits_and_moves_up() {
        String id = plan("座谈", 1);
        assertThat(signUp(resident, id)).isEqualTo("SIGNED_UP");
        assertThat(signUp(volunteer, id)).isEqualTo("WAITING");
        assertThat(signUp(volunteer, id)).isEqualTo("WAITING");
        resident.call("DELETE", "activities/" + id + "/sign-ups/mine").send().expect(204);
        resident.call("DELETE", "activities/" + id + "/sign-ups/mine")
                .send()
                .expectProblem(409, "activities.not-signed-up");
        JsonObject mine = volunteer.get("activities/" + id).expect(200).json();
        assertThat(mine.getString("mine")).isEqualTo("SIGNED_UP");
        assertThat(mine.getInt("waiting")).isZero();
        assertThat(volunteer.get("activities?mine=true&limit=100").text()).contains(id);
        assertThat(dispatcher.get("activities/" + id + "/people").text())
                .contains(personId(volunteer))
                .doesNotContain(personId(resident));
    }

    @Test
    void of_64_who_want_10_places_exactly_10_have_one() {
        String id = plan("抢票演出", 10);
        List<Crowd.Member> crowd = Crowd.gather(PORTAL, "resident", 64).members();
        List<String> states;
        try (Burst burst = new Burst()) {
            states = burst.run(crowd.stream()
                    .map(one -> (Callable<String>) () -> signUp(one.rest(), id))
                    .toList());
        }
        assertThat(Collections.frequency(states, "SIGNED_UP")).isEqualTo(10);
        assertThat(Collections.frequency(states, "WAITING")).isEqualTo(54);
        assertThat(resident.get("activities/" + id).json().getInt("waiting")).isEqualTo(54);
    }

    @Test
    void a_change_needs_the_version_that_was_seen() {
        Reply planned =
                dispatcher.post("activities").json(body("座谈", START, 5)).send().expect(201);
        String path = "activities/" + planned.id();
        String moved = body("改期的座谈", START.plusSeconds(3600), 6);
        dispatcher.put(path).json(moved).send().expect(428);
        Reply changed =
                dispatcher.put(path).ifMatch(planned.etag()).json(moved).send().expect(200);
        assertThat(changed.json().getInt("capacity")).isEqualTo(6);
        dispatcher.put(path).ifMatch(planned.etag()).json(moved).send().expect(412);
        dispatcher.post(path + "/cancel").body("reason", "下雨").send().expect(200);
        dispatcher.post(path + "/cancel").body("reason", "下雨").send().expectProblem(409, "activities.cancelled-before");
        resident.post(path + "/sign-ups").send().expectProblem(409, "activities.cancelled-before");
    }

    @Test
    void who_came_is_recorded_once_and_not_before_it_begins() {
        String id = plan("座谈", 5);
        signUp(resident, id);
        signUp(volunteer, id);
        String attendance = "{\"attended\":[{\"personId\":\"" + personId(resident)
                + "\",\"minutes\":50}],\"heads\":9,\"journal\":\"议定三件事\"}";
        String path = "activities/" + id + "/attendance";
        dispatcher.post(path).json(attendance).send().expectProblem(409, "activities.not-begun");
        begin(id);
        resident.post("activities/" + id + "/sign-ups").send().expectProblem(409, "activities.begun");
        dispatcher.post(path).json(attendance.replace(":9", ":0")).send().expect(400);
        JsonObject over =
                dispatcher.post(path).json(attendance).send().expect(200).json();
        assertThat(over.getInt("heads")).isEqualTo(9);
        dispatcher.post(path).json(attendance).send().expectProblem(409, "activities.finished-before");
        assertThat(volunteer.get("activities/" + id).json().getString("mine")).isEqualTo("ABSENT");
        assertThat(resident.get("activities/" + id).json().getString("mine")).isEqualTo("ATTENDED");
    }

    @Test
    void a_series_fills_the_calendar_and_empties_it_when_it_ends() {
        String body =
                "{\"recurrence\":{\"unit\":\"WEEK\",\"weekdays\":[1,3]},\"plan\":" + body("诵读", START, null) + "}";
        Reply series = dispatcher.post("activity-series").json(body).send().expect(201);
        String kind = "activities?limit=100&kind=festival";
        long planned = count(resident.get(kind), "诵读", "PLANNED");
        assertThat(planned).isBetween(15L, 18L);
        dispatcher
                .put("activity-series/" + series.id())
                .ifMatch(series.etag())
                .json(body.replace("[1,3]", "[3]"))
                .send()
                .expect(200);
        assertThat(count(resident.get(kind), "诵读", "PLANNED")).isBetween(7L, 9L);
        dispatcher
                .post("activity-series/" + series.id() + "/end")
                .body("reason", "放假")
                .send()
                .expect(200);
        assertThat(count(resident.get(kind), "诵读", "PLANNED")).isZero();
        resident.get("activity-series/" + series.id()).expect(403);
    }

    @Test
    void the_calendar_comes_in_parts() {
        Reply first = resident.get("activities?limit=3").expect(200);
        assertThat(first.json().getJsonArray("items")).hasSize(3);
        String next = first.json().getString("nextCursor");
        Reply second = resident.get("activities?limit=3&cursor=" + next).expect(200);
        String last = first.json().getJsonArray("items").getJsonObject(2).getString("startsAt");
        assertThat(second.json().getJsonArray("items").getJsonObject(0).getString("startsAt"))
                .isGreaterThanOrEqualTo(last);
        resident.get("activities?cursor=nonsense").expect(400);
        resident.get("activities?from=yesterday").expect(400);
    }

    private static long count(Reply reply, String title, String status) {
        return reply.expect(200).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("title").equals(title)
                        && one.getString("status").equals(status))
                .count();
    }

    private static String signUp(Rest who, String id) {
        return who.post("activities/" + id + "/sign-ups")
                .send()
                .expect(201)
                .json()
                .getString("state");
    }

    private static String plan(String title, int capacity) {
        return dispatcher
                .post("activities")
                .json(body(title, START, capacity))
                .send()
                .expect(201)
                .id();
    }

    private static String body(String title, Instant start, Integer capacity) {
        return "{\"kind\":\"festival\",\"title\":\"" + title + "\",\"minutes\":60,\"startsAt\":\"" + start
                + "\",\"capacity\":" + capacity + "}";
    }

    /** Lets time pass for one date. */
    private static void begin(String id) {
        try (Connection connection = PORTAL.connect();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE activity SET starts_at = starts_at - INTERVAL 4 DAY, ends_at = ends_at - INTERVAL 4 DAY"
                                + " WHERE id = ?")) {
            update.setLong(1, Long.parseLong(id));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
