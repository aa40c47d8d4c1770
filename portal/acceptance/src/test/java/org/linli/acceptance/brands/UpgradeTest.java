package org.linli.acceptance.brands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.acceptance.brands.BrandPortal.PORTAL;
import static org.linli.acceptance.brands.BrandPortal.RELEASES;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.Drill;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.Secrets;
import org.linli.plugin.testkit.BrandJar;

/** Another release takes the place of the one that works while people go on working with it. */
@Order(910)
class UpgradeTest {
    private static final int CLIENTS = 8;

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Queue<String> reported = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();

    @BeforeAll
    static void await() {
        BrandPortal.await();
    }

    @Test
    void no_request_fails_while_releases_come_and_go() throws InterruptedException {
        AtomicBoolean go = new AtomicBoolean(true);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        String unit = grid();
        for (int client = 0; client < CLIENTS; client++) {
            clients.submit(() -> work(unit, go));
        }
        String tag = Long.toString(10 + System.currentTimeMillis() % 90);
        try {
            for (int round = 0; round < Drill.rounds(1, 10); round++) {
                upgradeTwiceAndGoBack(tag, round);
            }
        } finally {
            go.set(false);
            clients.shutdown();
            assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            RELEASES.restore();
        }
        System.out.println(answered + " requests were answered, " + reported.size() + " dangers reported");
        assertThat(failures).isEmpty();
        assertThat(reported).hasSizeGreaterThan(20);
        Map<String, Integer> orders = orders();
        assertThat(reported.stream().filter(place -> orders.getOrDefault(place, 0) != 1))
                .as("what was acknowledged and is not there once")
                .isEmpty();
    }

    private static void upgradeTwiceAndGoBack(String tag, int round) {
        String first = RELEASES.verified(answering("1.1." + tag + round));
        RELEASES.activate(first);
        Rest dispatcher = Secrets.rest(PORTAL, "dispatcher");
        assertThat(BrandPortal.overview(dispatcher).expect(200).json().getString("by"))
                .isEqualTo("1.1." + tag + round);
        String second = RELEASES.verified(answering("1.2." + tag + round));
        RELEASES.activate(second);
        assertThat(BrandPortal.overview(dispatcher).expect(200).json().getString("by"))
                .isEqualTo("1.2." + tag + round);
        RELEASES.rollBack(second);
        assertThat(RELEASES.active()).containsExactly("1.1." + tag + round);
        assertThat(BrandPortal.overview(dispatcher).expect(200).json().getString("by"))
                .isEqualTo("1.1." + tag + round);
        RELEASES.restore();
    }

    private static BrandJar answering(String version) {
        return BrandPortal.answering(
                version,
                "return new Response.Json(Data.of(\"by\", \"" + version + "\", \"open\","
                        + " Hazard.open(context).size()));");
    }

    private static String grid() {
        return Secrets.rest(PORTAL, "dispatcher")
                .get("brands/" + BrandPortal.BRAND + "/overview")
                .expect(200)
                .json()
                .getJsonArray("hazards")
                .getValuesAs(JsonObject.class)
                .get(0)
                .getString("unitId");
    }

    private void work(String unit, AtomicBoolean go) {
        Rest resident = Secrets.rest(PORTAL, "resident");
        Rest dispatcher = Secrets.rest(PORTAL, "dispatcher");
        while (go.get()) {
            try {
                String place = BrandPortal.unique("楼道");
                if (note(BrandPortal.report(resident, unit, place).send())) {
                    reported.add(place);
                }
                note(BrandPortal.overview(dispatcher));
            } catch (RuntimeException | AssertionError e) { // any failure is a failed request, counted at the end
                failures.add(e.toString());
            }
            Waiting.pause(20);
        }
    }

    private boolean note(Reply reply) {
        if (reply.status() / 100 != 2) {
            failures.add(reply.toString());
            return false;
        }
        answered.incrementAndGet();
        return true;
    }

    /** How many orders there are for each place. */
    private static Map<String, Integer> orders() {
        Map<String, Integer> orders = new HashMap<>();
        List<String> fields = new ArrayList<>();
        try (Connection connection = PORTAL.connect();
                PreparedStatement select = connection.prepareStatement("SELECT e.fields FROM order_extension e"
                        + " JOIN service_order o ON o.id = e.order_id WHERE o.brand_id = 'fire-patrol'");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                fields.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        for (String json : fields) {
            orders.merge(place(json), 1, Integer::sum);
        }
        return orders;
    }

    private static String place(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject().getString("place");
        }
    }
}
