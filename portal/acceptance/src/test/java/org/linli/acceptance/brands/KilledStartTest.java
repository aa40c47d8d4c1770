package org.linli.acceptance.brands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.acceptance.brands.BrandPortal.BUNDLED;
import static org.linli.acceptance.brands.BrandPortal.PORTAL;
import static org.linli.acceptance.brands.BrandPortal.RELEASES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 between two things that lie milliseconds apart as a rule: the change of releases is committed, and the release has not
 * started. It takes its time here, while a file is there, so that the killer sees in the database where the portal is.
 */
@Order(915)
class KilledStartTest {
    private static final int SECONDS = 240;

    /** While it is there, the releases of this test do not come to the end of their start. */
    @TempDir
    static Path folder;

    @BeforeAll
    static void await() {
        BrandPortal.await();
    }

    @AfterEach
    void restore() throws IOException {
        Files.deleteIfExists(mark());
        RELEASES.restore();
    }

    private static Path mark() {
        return folder.resolve("wait");
    }

    private static String waiting(String version) {
        return RELEASES.verified(BrandPortal.with(
                version,
                "public FirePatrolBrand() { while (java.nio.file.Files.exists(java.nio.file.Path.of(\"" + mark()
                        + "\"))) { try { Thread.sleep(20); } catch (InterruptedException e) {"
                        + " throw new IllegalStateException(e); } } }"));
    }

    @Test
    void a_release_whose_change_was_committed_starts_with_the_portal() throws IOException {
        String id = waiting("4.2.0");
        killedWhileItStarts(id);
        Files.delete(mark());
        PORTAL.startAgain();
        assertThat(RELEASES.status(id)).isEqualTo("ACTIVE");
        Consistent.require(List.of("4.2.0"));
    }

    @Test
    void a_release_that_still_does_not_start_is_taken_back() throws IOException {
        String id = waiting("4.2.1");
        killedWhileItStarts(id);
        PORTAL.startAgain();
        Waiting.until("it is taken back", SECONDS, () -> RELEASES.status(id).equals("REJECTED"));
        assertThat(RELEASES.reason(id)).contains("10");
        Consistent.require(List.of(BUNDLED));
    }

    @Test
    void a_release_of_which_the_portal_died_twice_is_not_started_a_third_time() throws IOException {
        String id = waiting("4.2.2");
        killedWhileItStarts(id);
        CompletableFuture<Void> second = CompletableFuture.runAsync(PORTAL::startAgain);
        Waiting.until("it starts again", SECONDS, () -> starts(id) == 2);
        PORTAL.kill();
        second.exceptionally(died -> null).join();
        PORTAL.startAgain();
        assertThat(RELEASES.status(id)).isEqualTo("REJECTED");
        Consistent.require(List.of(BUNDLED));
    }

    private static void killedWhileItStarts(String id) throws IOException {
        Files.createFile(mark());
        CompletableFuture<?> change = CompletableFuture.runAsync(() -> RELEASES.act(id, "activate"));
        Waiting.until("the change is committed and the start has begun", SECONDS, () -> starts(id) == 1);
        assertThat(Rows.texts(
                        PORTAL,
                        "SELECT CONCAT(p.release_id, ' ', COALESCE(n.state, 'NOTHING YET')) FROM brand_pointer p"
                                + " LEFT JOIN brand_node n ON n.brand_id = p.brand_id AND n.generation = p.generation"
                                + " WHERE p.brand_id = ?",
                        BrandPortal.BRAND))
                .containsExactly(id + " NOTHING YET");
        PORTAL.kill();
        change.exceptionally(lost -> null).join();
    }

    /** Starts of the release that have begun and not ended; 0 while its portal's database is not there. */
    private static long starts(String id) {
        try {
            return Rows.count(PORTAL, "SELECT COALESCE(SUM(attempts), 0) FROM brand_start WHERE release_id = ?", id);
        } catch (RuntimeException e) { // the database is not there yet
            return 0;
        }
    }
}
