package org.linli.acceptance.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.acceptance.OrderSteps.id;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.Burst;
import org.linli.acceptance.Crowd;
import org.linli.acceptance.Drill;
import org.linli.acceptance.Invariants;
import org.linli.acceptance.OrderSteps;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** Whoever races for an order, for goods or against themselves: one winner, and the others are told. */
@Order(700)
class RaceTest {
    private static final RunningPortal PORTAL = RunningPortal.shared();
    private static final OrderSteps STEPS = new OrderSteps(PORTAL);

    private static Burst burst;
    private static Crowd volunteers;
    private static Crowd buyers;
    private static Rest resident;
    private static Rest dispatcher;
    private static Rest admin;
    private static Rest shopkeeper;

    @BeforeAll
    static void gather() {
        burst = new Burst();
        volunteers = Crowd.gather(PORTAL, "resident", 32);
        buyers = Crowd.gather(PORTAL, "resident", 64);
        resident = Secrets.rest(PORTAL, "resident");
        dispatcher = Secrets.rest(PORTAL, "dispatcher");
        admin = Secrets.rest(PORTAL, "admin");
        shopkeeper = Secrets.rest(PORTAL, "shopkeeper");
    }

    @AfterAll
    static void end() {
        burst.close();
        Invariants.hold(PORTAL);
    }

    @Test
    void of_32_volunteers_one_gets_the_order() {
        String item = STEPS.item(resident, "小家电检修");
        for (int round = 0; round < Drill.rounds(10, 500); round++) {
            String order = id(STEPS.place(resident, item).send().expect(201));
            STEPS.offerToTeam(dispatcher, order, volunteers.teamId()).send().expect(200);
            List<Integer> answers = burst.run(volunteers.members().stream()
                    .map(one -> (Callable<Integer>)
                            () -> STEPS.accept(one.rest(), order).send().status())
                    .toList());
            assertThat(answers).as("round %d", round).hasSize(32).containsOnlyOnce(200);
            assertThat(answers.stream().filter(status -> status != 200)).allMatch(status -> status == 409);
            STEPS.cancel(dispatcher, order).send().expect(200);
        }
        Invariants.hold(PORTAL);
    }

    @Test
    void of_64_buyers_as_many_succeed_as_there_are_pieces() {
        burst.run(buyers.members().stream()
                .map(one -> (Callable<Integer>)
                        () -> award(one.id(), "100").send().expect(201).status())
                .toList());
        for (int round = 0; round < Drill.rounds(1, 20); round++) {
            for (int pieces : new int[] {1, 10, 20}) {
                String goods = goods(pieces);
                List<Integer> answers = burst.run(buyers.members().stream()
                        .map(one -> (Callable<Integer>)
                                () -> redeem(one.rest(), goods).send().status())
                        .toList());
                assertThat(Collections.frequency(answers, 201))
                        .as("of %d pieces", pieces)
                        .isEqualTo(pieces);
                assertThat(Collections.frequency(answers, 409)).isEqualTo(64 - pieces);
                assertThat(shopkeeper.get("reward-items/" + goods).json().getInt("stock"))
                        .isZero();
            }
        }
        Invariants.hold(PORTAL);
    }

    @Test
    void nobody_spends_the_same_points_twice() {
        Crowd.Member buyer = buyers.members().get(0);
        String dear = goods(64, "70");
        award(buyer.id(), "100").send().expect(201);
        int affordable =
                new java.math.BigDecimal(buyer.rest().get("me/wallet").json().getString("available")).intValue() / 70;
        List<Integer> answers = burst.run(IntStream.range(0, 16)
                .mapToObj(i -> (Callable<Integer>)
                        () -> redeem(buyer.rest(), dear).send().status())
                .toList());
        assertThat(Collections.frequency(answers, 201)).isEqualTo(affordable);
        assertThat(Collections.frequency(answers, 409)).isEqualTo(16 - affordable);
        Invariants.hold(PORTAL);
    }

    @Test
    void five_equal_requests_at_once_with_one_key_have_one_effect_and_one_answer() {
        String item = STEPS.item(resident, "小家电检修");
        Crowd.Member volunteer = volunteers.members().get(0);
        sameFiveTimes(() -> STEPS.place(resident, item), 201);
        String order = id(STEPS.place(resident, item).send().expect(201));
        sameFiveTimes(() -> STEPS.offer(dispatcher, order, Long.toString(volunteer.id())), 200);
        sameFiveTimes(() -> STEPS.accept(volunteer.rest(), order), 200);
        String code = STEPS.code(resident, order);
        sameFiveTimes(() -> STEPS.checkIn(volunteer.rest(), order, code), 200);
        sameFiveTimes(() -> STEPS.complete(volunteer.rest(), order, 60), 200);
        sameFiveTimes(() -> STEPS.review(resident, order), 200);
        sameFiveTimes(() -> award(volunteer.id(), "90"), 201);
        String goods = goods(5);
        Reply redeemed = sameFiveTimes(() -> redeem(volunteer.rest(), goods), 201);
        assertThat(shopkeeper.get("reward-items/" + goods).json().getInt("stock"))
                .isEqualTo(4);
        String pickUp = redeemed.json().getString("pickupCode");
        sameFiveTimes(() -> shopkeeper.post("redemptions/hand-overs").body("code", pickUp), 200);
        assertThat(lines(order)).containsExactly("PLACE", "OFFER", "ACCEPT", "CHECK_IN", "COMPLETE", "REVIEW", "CLOSE");
        Invariants.hold(PORTAL);
    }

    @Test
    void five_equal_steps_at_once_without_a_key_have_one_effect() {
        String item = STEPS.item(resident, "小家电检修");
        Crowd.Member volunteer = volunteers.members().get(1);
        String order = id(STEPS.place(resident, item).send().expect(201));
        STEPS.offer(dispatcher, order, Long.toString(volunteer.id())).send().expect(200);
        oneOfFive(() -> STEPS.accept(volunteer.rest(), order));
        String code = STEPS.code(resident, order);
        oneOfFive(() -> STEPS.checkIn(volunteer.rest(), order, code));
        oneOfFive(() -> STEPS.complete(volunteer.rest(), order, 60));
        oneOfFive(() -> STEPS.review(resident, order));
        award(volunteer.id(), "90").send().expect(201);
        Reply redeemed = redeem(volunteer.rest(), goods(5)).send().expect(201);
        oneOfFive(() -> volunteer
                .rest()
                .post("redemptions/" + redeemed.id() + "/cancel")
                .body());
        String cancelled = id(STEPS.place(resident, item).send().expect(201));
        oneOfFive(() -> STEPS.cancel(resident, cancelled));
        Invariants.hold(PORTAL);
    }

    private static Reply sameFiveTimes(Callable<Rest.Call> request, int status) {
        String key = UUID.randomUUID().toString();
        List<Reply> replies = burst.run(Collections.nCopies(
                5, (Callable<Reply>) () -> request.call().key(key).send()));
        // who comes while the first is at work is asked to come again; then the answer is there
        List<String> bodies = new ArrayList<>();
        for (Reply reply : replies) {
            if (reply.status() != 409) {
                bodies.add(reply.expect(status).text());
            }
        }
        Reply again = call(request).key(key).send().expect(status);
        assertThat(bodies).isNotEmpty().allMatch(again.text()::equals);
        return again;
    }

    private static void oneOfFive(Callable<Rest.Call> request) {
        List<Integer> answers = burst.run(Collections.nCopies(
                5, (Callable<Integer>) () -> request.call().send().status()));
        assertThat(answers).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 409 || status == 403);
    }

    private static Rest.Call call(Callable<Rest.Call> request) {
        try {
            return request.call();
        } catch (Exception e) { // Callable declares no less
            throw new IllegalStateException(e);
        }
    }

    private static Rest.Call award(long personId, String points) {
        return admin.post("points-awards")
                .body("personId", Long.toString(personId), "points", points, "reason", "好人好事");
    }

    private static Rest.Call redeem(Rest buyer, String goods) {
        return buyer.post("redemptions").body("itemId", goods, "quantity", 1);
    }

    private static String goods(int pieces) {
        return goods(pieces, "1");
    }

    private static String goods(int pieces, String price) {
        Reply added = shopkeeper
                .post("reward-items")
                .body("name", "抢手货" + UUID.randomUUID(), "price", price, "active", true)
                .send()
                .expect(201);
        shopkeeper
                .post("reward-items/" + added.id() + "/deliveries")
                .body("quantity", pieces)
                .send()
                .expect(201);
        return added.id();
    }

    private static List<String> lines(String order) {
        return resident
                .get("orders/" + order + "/timeline")
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(line -> line.getString("action"))
                .toList();
    }
}
