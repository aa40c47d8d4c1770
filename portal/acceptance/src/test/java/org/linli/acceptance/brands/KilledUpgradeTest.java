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
        Consistent.require(List.of(BUNDLED));
        RELEASES.act(staged, "verify").expect(200);
        RELEASES.activate(staged);
        killed();
        assertThat(RELEASES.status(staged)).isEqualTo("ACTIVE");
        Consistent.require(List.of("4.0.0"));
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
            Consistent.require(active);
            assertThat(active.get(0)).isIn(version, BUNDLED);
            RELEASES.restore();
        }
    }

    private static void killed() {
        PORTAL.kill();
        PORTAL.startAgain();
    }
}
