package org.linli.acceptance.brands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.acceptance.brands.BrandPortal.BUNDLED;
import static org.linli.acceptance.brands.BrandPortal.PORTAL;
import static org.linli.acceptance.brands.BrandPortal.RELEASES;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.acceptance.Burst;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.Secrets;
import org.linli.plugin.testkit.BrandJar;

/** A release that fails leaves the one before at work, in all communities, and a reason that operators can read. */
@Order(911)
class BadUpgradeTest {
    /** While this file is there, the releases of this test misbehave: at their probe they are meek. */
    @TempDir
    static Path folder;

    private static Rest dispatcher;
    private static Rest dispatcher2;

    @BeforeAll
    static void await() {
        BrandPortal.await();
        dispatcher = Secrets.rest(PORTAL, "dispatcher");
        dispatcher2 = Secrets.rest(PORTAL, "dispatcher2");
    }

    @AfterEach
    void the_release_before_works_again() throws IOException {
        Files.deleteIfExists(mark());
        List<String> active = RELEASES.active();
        RELEASES.restore();
        assertThat(active).containsExactly(BUNDLED);
        Waiting.until("the release before works", 60, () -> Stream.of(dispatcher, dispatcher2)
                .allMatch(who -> BrandPortal.overview(who).status() == 200
                        && BrandPortal.overview(who).json().containsKey("hazards")));
        assertThat(states()).containsExactly("ON", "ON");
    }

    private static Path mark() {
        return folder.resolve("misbehave");
    }

    private static String whileMarked(String statement) {
        return "while (java.nio.file.Files.exists(java.nio.file.Path.of(\"" + mark() + "\"))) { " + statement + " }";
    }

    /** States of both bindings. */
    private static List<String> states() {
        return Rows.texts(PORTAL, "SELECT state FROM brand_binding WHERE brand_id = 'fire-patrol'");
    }

    @Test
    void one_that_throws_at_its_probe_is_rejected() {
        String id = RELEASES.upload(Releases.bytes(BrandPortal.with(
                        "2.0.1", "public FirePatrolBrand() { throw new IllegalStateException(\"no luck\"); }")))
                .expect(201)
                .id();
        assertThat(RELEASES.act(id, "verify").expect(200).json().getString("status"))
                .isEqualTo("REJECTED");
        assertThat(RELEASES.reason(id)).contains("no luck");
        RELEASES.act(id, "activate").expectProblem(409, "brands.not-verified");
    }

    @Test
    void one_that_throws_when_it_is_activated_is_taken_back() throws IOException {
        String id = RELEASES.verified(BrandPortal.with(
                "2.0.2", "static { " + whileMarked("throw new IllegalStateException(\"static luck\");") + " }"));
        Files.createFile(mark());
        Reply refused = RELEASES.act(id, "activate");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(RELEASES.status(id)).isEqualTo("REJECTED");
        assertThat(RELEASES.reason(id)).contains("static luck");
    }

    @Test
    void one_that_hangs_when_it_is_activated_is_taken_back_and_the_one_before_serves_meanwhile() throws IOException {
        String id = RELEASES.verified(BrandPortal.with(
                "2.0.3",
                "public FirePatrolBrand() { "
                        + whileMarked("try { Thread.sleep(50); } catch (InterruptedException e) { continue; }")
                        + " }"));
        Files.createFile(mark());
        CompletableFuture<Reply> activation = CompletableFuture.supplyAsync(() -> RELEASES.act(id, "activate"));
        while (!activation.isDone()) {
            assertThat(BrandPortal.overview(dispatcher).expect(200).json()).containsKey("hazards");
            Waiting.pause(200);
        }
        activation.join().expectProblem(409, "brands.start-slow");
        assertThat(RELEASES.status(id)).isEqualTo("REJECTED");
        assertThat(RELEASES.reason(id)).contains("10");
    }

    @Test
    void one_whose_handler_throws_is_taken_back() {
        String id = RELEASES.verified(BrandPortal.answering("2.0.4", "throw new IllegalStateException(\"no\");"));
        failsUntilTakenBack(id);
    }

    @Test
    void one_that_became_ten_times_slower_than_it_may_be_is_taken_back() {
        String id = RELEASES.verified(BrandPortal.answering(
                "2.0.5",
                "try { Thread.sleep(30_000); } catch (InterruptedException e) { throw new IllegalStateException(e); }"
                        + " return new Response.NotFound();"));
        failsUntilTakenBack(id);
    }

    @Test
    void one_that_cannot_read_its_old_records_is_taken_back() {
        BrandJar next = BrandPortal.with(
                        BrandPortal.answering(
                                "2.0.6",
                                "return new Response.Json(Data.of(\"routes\","
                                        + " context.records().list(\"route\", 0, 500).size()));"),
                        "@Override public Data upcast(String kind, int schema, Data data) {"
                                + " throw new IllegalArgumentException(\"what is this\"); }")
                .edit("META-INF/brand/brand.yaml", yaml -> yaml.replace("schema: 1,", "schema: 2,"));
        failsUntilTakenBack(RELEASES.verified(next));
    }

    /** People meet it while it is new: they are told to try again, and soon it is not there any more. */
    private static void failsUntilTakenBack(String id) {
        RELEASES.activate(id);
        try (Burst burst = new Burst()) {
            Callable<Reply> ask = () -> BrandPortal.overview(dispatcher);
            for (int i = 0; i < 3 && RELEASES.status(id).equals("ACTIVE"); i++) {
                for (Reply reply : burst.run(List.of(ask, ask, ask, ask, ask, ask))) {
                    assertThat(reply.status()).as(reply.toString()).isIn(503, 200);
                }
            }
        }
        Waiting.until("it is taken back", 60, () -> RELEASES.status(id).equals("REJECTED"));
        assertThat(RELEASES.reason(id)).contains("route");
        // what still calls it until all nodes have changed must not count against the one before
        for (int i = 0; i < 10; i++) {
            BrandPortal.overview(dispatcher);
            Waiting.pause(50);
        }
    }

    @Test
    void one_that_asks_for_more_rests_in_each_community_until_it_is_approved() {
        String id = RELEASES.verified(BrandPortal.release("2.0.7")
                .edit(
                        "META-INF/brand/brand.yaml",
                        yaml -> yaml.replace("  - members:name", "  - members:name\n  - members:contact")));
        RELEASES.activate(id);
        assertThat(states()).containsExactly("SUSPENDED", "SUSPENDED");
        assertThat(BrandPortal.overview(dispatcher).status()).isEqualTo(404);
        Rest admin = Secrets.rest(PORTAL, "admin");
        String path = "communities/" + admin.get("me").expect(200).json().getString("communityId") + "/brands/"
                + BrandPortal.BRAND;
        JsonObject view = admin.get(path).expect(200).json();
        assertThat(view.getString("reason")).isEqualTo("needs");
        assertThat(view.getJsonArray("notApproved").getString(0)).isEqualTo("members:contact");
        admin.post(path + "/approve")
                .body("needs", List.of("members:name"))
                .send()
                .expectProblem(409, "brands.needs-not-approved");
        List<String> all = view.getJsonArray("needs").getValuesAs(JsonObject.class).stream()
                .map(need -> need.getString("code"))
                .toList();
        admin.post(path + "/approve").body("needs", all).send().expect(200);
        BrandPortal.overview(dispatcher).expect(200);
        assertThat(BrandPortal.overview(dispatcher2).status()).isEqualTo(404);
        RELEASES.rollBack(id);
    }
}
