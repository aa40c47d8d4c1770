package org.linli.acceptance.brands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.acceptance.brands.BrandPortal.BUNDLED;
import static org.linli.acceptance.brands.BrandPortal.PORTAL;
import static org.linli.acceptance.brands.BrandPortal.RELEASES;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.Drill;
import org.linli.acceptance.Invariants;
import org.linli.acceptance.Rest;
import org.linli.acceptance.Secrets;

/** kill -9 of the portal at the steps of an upgrade: afterwards one release works, the same in all tables and in memory. */
@Order(913)
class KilledUpgradeTest {
    private static final long SEED = Long.getLong("linli.seed", 20261122);
    private static final int LATEST_MS = 800;

    @BeforeAll
    static void await() {
        BrandPortal.await();
    }

    @AfterAll
    static void restore() {
        RELEASES.restore();
    }

    @Test
    void between_the_steps_everything_acknowledged_is_there() {
        String staged = RELEASES.upload(Releases.bytes(BrandPortal.release("4.0.0")))
                .expect(201)
                .id();
        killed();
        assertThat(RELEASES.status(staged)).isEqualTo("STAGED");
        consistent(List.of(BUNDLED));
        RELEASES.act(staged, "verify").expect(200);
        RELEASES.activate(staged);
        killed();
        assertThat(RELEASES.status(staged)).isEqualTo("ACTIVE");
        consistent(List.of("4.0.0"));
        RELEASES.rollBack(staged);
        assertThat(RELEASES.active()).containsExactly(BUNDLED);
    }

    @Test
    void in_the_middle_of_a_change_there_is_one_release_or_the_other() {
        Random random = new Random(SEED);
        for (int round = 0; round < Drill.rounds(3, 20); round++) {
            String version = "4.1." + round;
            String id = RELEASES.verified(BrandPortal.release(version));
            boolean back = round % 3 == 2;
            if (back) {
                RELEASES.activate(id);
            }
            int delay = random.nextInt(LATEST_MS);
            CompletableFuture<?> change =
                    CompletableFuture.runAsync(() -> RELEASES.act(id, back ? "roll-back" : "activate"));
            Waiting.pause(delay);
            killed();
            change.exceptionally(lost -> null).join();
            List<String> active = RELEASES.active();
            System.out.println("round " + round + ": killed " + delay + " ms into "
                    + (back ? "the way back from " : "the change to ") + version + ", now " + active);
            consistent(active);
            assertThat(active.get(0)).isIn(version, BUNDLED);
            RELEASES.restore();
        }
    }

    private static void killed() {
        PORTAL.kill();
        PORTAL.startAgain();
    }

    /** One release, the same in the pointer, in all bindings and in what answers. */
    private static void consistent(List<String> active) {
        assertThat(active).hasSize(1);
        assertThat(RELEASES.active()).isEqualTo(active);
        assertThat(Rows.texts(
                        PORTAL,
                        "SELECT r.version FROM brand_pointer p JOIN brand_release r ON r.id = p.release_id"
                                + " WHERE p.brand_id = ?",
                        BrandPortal.BRAND))
                .isEqualTo(active);
        assertThat(Rows.texts(
                        PORTAL,
                        "SELECT DISTINCT CONCAT(b.state, ' ', b.version, ' ', b.generation - p.generation)"
                                + " FROM brand_binding b JOIN brand_pointer p ON p.brand_id = b.brand_id"
                                + " WHERE b.brand_id = ?",
                        BrandPortal.BRAND))
                .containsExactly("ON " + active.get(0) + " 0");
        for (String login : List.of("dispatcher", "dispatcher2")) {
            Rest dispatcher = Secrets.rest(PORTAL, login);
            Waiting.until(
                    "the brand serves",
                    15,
                    () -> BrandPortal.overview(dispatcher).status() == 200);
        }
        String running = "SELECT n.detail FROM brand_node n JOIN brand_pointer p ON p.brand_id = n.brand_id"
                + " AND p.generation = n.generation WHERE n.brand_id = ? AND n.state = 'RUNNING'";
        Waiting.until("the node says so", 15, () -> Rows.texts(PORTAL, running, BrandPortal.BRAND)
                .equals(active));
        assertThat(Rows.count(
                        PORTAL,
                        "SELECT COUNT(*) FROM brand_jar j LEFT JOIN brand_release r ON r.id = j.release_id"
                                + " WHERE r.id IS NULL"))
                .isZero();
        Invariants.hold(PORTAL);
    }
}
