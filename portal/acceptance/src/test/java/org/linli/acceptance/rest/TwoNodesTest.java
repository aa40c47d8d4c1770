package org.linli.acceptance.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.acceptance.OrderSteps.id;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.Burst;
import org.linli.acceptance.Crowd;
import org.linli.acceptance.Invariants;
import org.linli.acceptance.OrderSteps;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;
import org.linli.database.EmbeddedMariaDb;

/** Two portals over one database are one portal to everybody who uses them. */
@Order(800)
class TwoNodesTest {
    private static final int ROUNDS = 10;
    private static final int OFFERS = 12;

    private static EmbeddedMariaDb server;
    private static RunningPortal one;
    private static RunningPortal other;
    private static Burst burst;
    private static OrderSteps steps;
    private static Tables tables;

    @BeforeAll
    static void start_both_at_once_over_an_empty_database() {
        Path directory =
                Path.of("target", "two-nodes-" + ProcessHandle.current().pid());
        server = EmbeddedMariaDb.start(
                new EmbeddedMariaDb.Place(directory, RunningPortal.top().resolve("target/programs"), 0));
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        one = RunningPortal.node("node-1", server.settings(), key);
        other = RunningPortal.node("node-2", server.settings(), key);
        one.awaitReady();
        other.awaitReady();
        burst = new Burst();
        steps = new OrderSteps(one);
        tables = new Tables(one);
    }

    @AfterAll
    static void end() {
        try {
            Invariants.hold(one);
        } finally {
            burst.close();
            one.close();
            other.close();
            server.close();
        }
    }

    @Test
    void one_of_them_loads_the_demo_data_and_the_other_waits_for_it() throws IOException {
        assertThat(List.of(loadedDemo(one), loadedDemo(other))).containsExactlyInAnyOrder(true, false);
        assertThat(tables.number("SELECT COUNT(*) FROM org_unit WHERE level = 'COMMUNITY'"))
                .isEqualTo(16);
        for (RunningPortal node : List.of(one, other)) {
            assertThat(Secrets.rest(node, "resident")
                            .get("service-items")
                            .expect(200)
                            .json()
                            .getJsonArray("items"))
                    .isNotEmpty();
        }
    }

    @Test
    void who_signs_in_at_one_is_signed_in_at_the_other_and_signed_out_soon() {
        Rest here = Rest.signedIn(one, "resident");
        Rest there = at(other, here);
        assertThat(OrderSteps.personId(there)).isEqualTo(OrderSteps.personId(here));
        there.call("DELETE", "tokens/current").send().expect(204);
        there.get("me").expect(401);
        await(() -> here.get("me").status() == 401); // a node remembers for five seconds whose a token is
    }

    @Test
    void a_key_used_at_one_is_known_at_the_other() {
        Rest here = Secrets.rest(one, "resident");
        Rest there = at(other, here);
        String item = steps.item(here, "小家电检修");
        String key = UUID.randomUUID().toString();
        Reply first = steps.place(here, item).key(key).send().expect(201);
        Reply again = steps.place(there, item).key(key).send();
        if (again.status() != 422) { // the wanted time is of this day: at midnight it is another order
            assertThat(again.expect(201).text()).isEqualTo(first.text());
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        }
        there.post("orders/" + id(first) + "/cancel")
                .key(key)
                .body()
                .send()
                .expectProblem(422, "platform.idempotency-key-reused");
        String many = UUID.randomUUID().toString();
        List<Callable<Reply>> requests = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Rest node = i % 2 == 0 ? here : there;
            requests.add(() -> steps.place(node, item).key(many).send());
        }
        List<String> orders = burst.run(requests).stream()
                .filter(reply -> reply.status() != 409)
                .map(reply -> id(reply.expect(201)))
                .distinct()
                .toList();
        assertThat(orders).hasSize(1);
    }

    @Test
    void of_volunteers_at_both_one_gets_the_order() {
        Rest resident = Secrets.rest(one, "resident");
        Rest dispatcher = Secrets.rest(other, "dispatcher");
        Crowd crowd = Crowd.gather(one, "resident", 8);
        String item = steps.item(resident, "小家电检修");
        for (int round = 0; round < ROUNDS; round++) {
            String order = id(steps.place(resident, item).send().expect(201));
            steps.offerToTeam(dispatcher, order, crowd.teamId()).send().expect(200);
            List<Callable<Integer>> racers = new ArrayList<>();
            for (Crowd.Member member : crowd.members()) {
                Rest there = racers.size() % 2 == 0 ? member.rest() : at(other, member.rest());
                racers.add(() -> steps.accept(there, order).send().status());
            }
            List<Integer> answers = burst.run(racers);
            assertThat(answers).as("round %d", round).containsOnlyOnce(200);
            assertThat(Collections.frequency(answers, 409))
                    .isEqualTo(crowd.members().size() - 1);
            steps.cancel(dispatcher, order).send().expect(200);
        }
    }

    @Test
    void jobs_run_at_both_and_do_everything_once() {
        Rest resident = Secrets.rest(one, "resident");
        Rest dispatcher = Secrets.rest(one, "dispatcher");
        Crowd.Member volunteer = Crowd.gather(one, "resident", 1).members().get(0);
        String item = steps.item(resident, "小家电检修");
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < OFFERS; i++) {
            String order = id(steps.place(resident, item).send().expect(201));
            steps.offer(dispatcher, order, Long.toString(volunteer.id())).send().expect(200);
            orders.add(order);
        }
        String all = String.join(",", orders);
        tables.change("UPDATE dispatch SET expires_at = NOW(6) - INTERVAL 1 SECOND WHERE order_id IN (" + all + ")");
        String lapsed = "SELECT COUNT(*) FROM order_event WHERE action = 'LAPSE' AND order_id IN (" + all + ")";
        await(() -> tables.number(lapsed) >= OFFERS && tables.number("SELECT COUNT(*) FROM outbox_message") == 0);
        for (String order : orders) {
            List<String> actions = at(other, resident)
                    .get("orders/" + order + "/timeline")
                    .json()
                    .getJsonArray("items")
                    .getValuesAs(JsonObject.class)
                    .stream()
                    .map(line -> line.getString("action"))
                    .toList();
            assertThat(actions).containsExactly("PLACE", "OFFER", "LAPSE");
        }
        String asked = "SELECT COUNT(*) FROM notice WHERE person_id = " + volunteer.id() + " AND code = ";
        String code = tables.text("SELECT MIN(code) FROM notice WHERE person_id = " + volunteer.id());
        assertThat(tables.number(asked + "'" + code + "'")).isEqualTo(OFFERS);
    }

    private static Rest at(RunningPortal node, Rest who) {
        return Rest.bearer(node, String.valueOf(who.token()));
    }

    private static boolean loadedDemo(RunningPortal node) throws IOException {
        try (Stream<Path> logs = Files.list(node.home().resolve("logs"))) {
            for (Path log :
                    logs.filter(file -> file.toString().endsWith(".log")).toList()) {
                if (Files.readString(log).contains("Demo data: ")) {
                    return true;
                }
            }
            return false;
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
