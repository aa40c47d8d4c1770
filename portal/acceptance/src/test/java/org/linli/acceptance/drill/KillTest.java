package org.linli.acceptance.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.acceptance.OrderSteps.id;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.Crowd;
import org.linli.acceptance.Drill;
import org.linli.acceptance.Invariants;
import org.linli.acceptance.Journals;
import org.linli.acceptance.OrderSteps;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** What was acknowledged is there after kill -9 of the portal or of its database, and the books balance. */
@Order(950)
class KillTest {
    private static final int CLIENTS = 6;

    private static RunningPortal portal;
    private static OrderSteps steps;
    private static Crowd crowd;
    private static String item;

    /** Order → status that the portal acknowledged last. */
    private static final Map<String, String> ORDERS = new ConcurrentHashMap<>();
    /** Redemption → status that the portal acknowledged last. */
    private static final Map<String, String> REDEMPTIONS = new ConcurrentHashMap<>();

    private static final Letters LETTERS = new Letters();

    @BeforeAll
    static void start() {
        portal = RunningPortal.fresh("kill");
        steps = new OrderSteps(portal);
        crowd = Crowd.gather(portal, "resident", CLIENTS);
        item = steps.item(Secrets.rest(portal, "resident"), "小家电检修");
        permitDonations();
    }

    private static void permitDonations() {
        try (Connection connection = portal.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO points_policy (community_id, expiry, months, notice_days, donations, pool,"
                    + " alone_up_to, panel_size, announce_days, changed_at, version)"
                    + " SELECT p.community_id, 'NONE', 0, 30, 1, 1, 5000, 2, 7, UTC_TIMESTAMP(6), 1 FROM person p"
                    + " JOIN account a ON a.person_id = p.id WHERE a.login = 'admin'"
                    + " ON DUPLICATE KEY UPDATE donations = 1, pool = 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void end() {
        portal.close();
    }

    @Test
    void nothing_acknowledged_is_lost_when_the_portal_is_killed() {
        for (int round = 0; round < Drill.rounds(1, 10); round++) {
            underLoad(() -> portal.kill());
            portal.startAgain();
            check("portal killed " + (round + 1));
        }
    }

    @Test
    void nothing_acknowledged_is_lost_when_the_database_is_killed() {
        for (int round = 0; round < Drill.rounds(1, 10); round++) {
            underLoad(() -> {
                ProcessHandle database = portal.databaseProcess();
                database.destroyForcibly();
                database.onExit().join();
            });
            // the portal starts it again, or has ended and is started again by whoever operates it
            if (!portal.process().isAlive()) {
                portal.startAgain();
            }
            awaitWork();
            check("database killed " + (round + 1));
        }
    }

    private static void underLoad(Runnable kill) {
        AtomicBoolean go = new AtomicBoolean(true);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (Crowd.Member member : crowd.members()) {
            clients.submit(() -> work(member, go));
        }
        pause(Drill.rounds(4000, 5000) + ThreadLocalRandom.current().nextInt(2000));
        kill.run();
        go.set(false);
        clients.shutdown();
        try {
            assertThat(clients.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One volunteer's days: orders and redemptions, noting what was acknowledged before the next request. */
    private static void work(Crowd.Member member, AtomicBoolean go) {
        Rest resident = Secrets.rest(portal, "resident");
        Rest dispatcher = Secrets.rest(portal, "dispatcher");
        Rest admin = Secrets.rest(portal, "admin");
        String goods = resident.get("reward-items")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        while (go.get()) {
            try {
                if (member.id() % 2 == 0) { // half of them move nothing but points
                    points(member, admin, goods);
                    continue;
                }
                String order = note(steps.place(resident, item).send());
                note(steps.offer(dispatcher, order, Long.toString(member.id())).send());
                note(steps.accept(member.rest(), order).send());
                note(steps.checkIn(member.rest(), order, steps.code(resident, order))
                        .send());
                note(steps.complete(member.rest(), order, 60).send());
                String key = Letters.key();
                String review = Rest.object("rating", 5, "comment", "准时 " + key).toString();
                note(LETTERS.send(Letters.Kind.REVIEW, resident, "orders/" + order + "/review", key, review));
                points(member, admin, goods);
            } catch (UncheckedIOException | AssertionError e) {
                // killed in the middle: what was not acknowledged may be there or not
                pause(50);
            }
        }
    }

    /** An award, a gift to the pool of some of it, and goods for the rest, half of which are given back. */
    private static void points(Crowd.Member member, Rest admin, String goods) {
        String award = Letters.key();
        String person = Long.toString(member.id());
        LETTERS.send(
                Letters.Kind.AWARD,
                admin,
                "points-awards",
                award,
                Rest.object("personId", person, "points", "99", "reason", "好人好事 " + award)
                        .toString());
        String gift = Letters.key();
        LETTERS.send(
                Letters.Kind.DONATION,
                member.rest(),
                "points-donations",
                gift,
                Rest.object("points", "1", "named", false, "message", gift).toString());
        String key = Letters.key();
        Reply redeemed = LETTERS.send(
                Letters.Kind.REDEMPTION,
                member.rest(),
                "redemptions",
                key,
                Rest.object("itemId", goods, "quantity", 1).toString());
        LETTERS.repeatDone(ThreadLocalRandom.current().nextBoolean() ? key : award);
        if (redeemed.status() == 201 && ThreadLocalRandom.current().nextBoolean()) {
            REDEMPTIONS.put(redeemed.id(), "RESERVED");
            Reply cancelled = member.rest()
                    .post("redemptions/" + redeemed.id() + "/cancel")
                    .body()
                    .send();
            if (cancelled.status() == 200) {
                REDEMPTIONS.put(redeemed.id(), "CANCELLED");
            }
        }
    }

    private static String note(Reply reply) {
        if (reply.status() >= 300) {
            throw new AssertionError(reply.toString());
        }
        ORDERS.put(id(reply), OrderSteps.status(reply));
        return id(reply);
    }

    private static void check(String round) {
        int repeated = LETTERS.repeatOpen();
        Rest dispatcher = Secrets.rest(portal, "dispatcher");
        Rest shopkeeper = Secrets.rest(portal, "shopkeeper");
        List<String> lost = new ArrayList<>();
        ORDERS.forEach((order, status) -> {
            Reply now = dispatcher.get("orders/" + order);
            if (now.status() != 200 || !isAtLeast(OrderSteps.status(now), status)) {
                lost.add("order " + order + " was " + status + " and is " + now);
            }
        });
        REDEMPTIONS.forEach((redemption, status) -> {
            Reply now = shopkeeper.get("redemptions/" + redemption);
            String is = now.status() == 200 ? now.json().getString("status") : "gone";
            if (!is.equals(status) && !(is.equals("CANCELLED") && status.equals("RESERVED"))) {
                lost.add("redemption " + redemption + " was " + status + " and is " + is);
            }
        });
        lost.addAll(new Delivered(portal, LETTERS).wrong(crowd));
        lost.addAll(LETTERS.differing());
        System.out.println(round + ": " + ORDERS.size() + " orders and "
                + LETTERS.all().stream().filter(Letters.Letter::isDone).count()
                + " awards, gifts, redemptions and reviews were acknowledged so far; " + repeated
                + " were repeated after the kill");
        assertThat(ORDERS).isNotEmpty();
        assertThat(lost).isEmpty();
        assertThat(LETTERS.all())
                .as("points were moved")
                .filteredOn(Letters.Letter::isDone)
                .isNotEmpty();
        Invariants.hold(portal);
        Journals.prove(portal);
    }

    /** A step that was not acknowledged may have happened. */
    private static boolean isAtLeast(String is, String was) {
        List<String> way = List.of("PLACED", "DISPATCHED", "ACCEPTED", "IN_SERVICE", "COMPLETED", "REVIEWED", "CLOSED");
        return way.indexOf(is) >= way.indexOf(was);
    }

    private static void awaitWork() {
        for (int i = 0; i < 600; i++) {
            try {
                if (Secrets.rest(portal, "resident").get("me").status() == 200) {
                    return;
                }
            } catch (UncheckedIOException | IllegalStateException e) {
                // not yet
            }
            pause(100);
        }
        throw new AssertionError("the portal does not find its database again");
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
