package org.linli.acceptance.brands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.acceptance.brands.BrandPortal.PORTAL;
import static org.linli.acceptance.brands.BrandPortal.RELEASES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.Secrets;

/**
 * A brand that burns the processor or memory in its route is left to rest, and the core answers everybody meanwhile. How much longer it
 * takes is the machine's business as much as the portal's: {@code ./linli bench brands} measures it.
 */
@Order(914)
class NoisyNeighbourTest {
    private static final int CORE_CLIENTS = 4;
    private static final int BRAND_CLIENTS = 4;
    private static final int PATIENCE_SECONDS = 120;

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();

    @BeforeAll
    static void await() {
        BrandPortal.await();
    }

    @AfterEach
    void restore() {
        RELEASES.restore();
        Rest admin = Secrets.rest(PORTAL, "admin");
        admin.post(place(admin) + "/resume").body().send();
        Rest dispatcher = Secrets.rest(PORTAL, "dispatcher");
        Waiting.until(
                "the brand works again",
                PATIENCE_SECONDS,
                () -> BrandPortal.overview(dispatcher).status() == 200);
    }

    private static String place(Rest admin) {
        return "communities/" + admin.get("me").expect(200).json().getString("communityId") + "/brands/"
                + BrandPortal.BRAND;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5.0.1 | failed | long n = 0; while (n != Long.MIN_VALUE) { n = (n + 1) & Long.MAX_VALUE; }",
                "5.0.2 | memory | byte[][] some = new byte[8][]; int i = 0;"
                        + " while (i >= 0) { some[i & 7] = new byte[1 << 20]; i = (i + 1) & 0xffff; }",
                "5.0.3 | memory | HOARD.add(new byte[4 << 20]);",
            })
    void what_means_harm_rests_and_the_core_answers(String version, String reason, String statements)
            throws InterruptedException, IOException {
        RELEASES.activate(RELEASES.verified(BrandPortal.answering(
                version,
                statements + " return new Response.NotFound(); }"
                        + " private static final java.util.List<byte[]> HOARD ="
                        + " java.util.Collections.synchronizedList(new java.util.ArrayList<>());"
                        + " static { HOARD.clear(); ")));
        // as if it had worked well for long: else the portal would go back to the release before
        Rows.update(PORTAL, "UPDATE brand_pointer SET healthy_at = '2026-01-01' WHERE brand_id = ?", BrandPortal.BRAND);
        AtomicBoolean go = new AtomicBoolean(true);
        ExecutorService people = Executors.newFixedThreadPool(CORE_CLIENTS + BRAND_CLIENTS);
        for (int i = 0; i < CORE_CLIENTS; i++) {
            people.submit(() -> work(go));
        }
        for (int i = 0; i < BRAND_CLIENTS; i++) {
            people.submit(() -> call(go));
        }
        Rest admin = Secrets.rest(PORTAL, "admin");
        String path = place(admin);
        try {
            Waiting.until(
                    "the brand rests",
                    PATIENCE_SECONDS,
                    () -> admin.get(path).expect(200).json().getString("state").equals("SUSPENDED"));
            Waiting.pause(1000);
        } finally {
            go.set(false);
            people.shutdown();
            assertThat(people.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(admin.get(path).expect(200).json().getString("reason")).isEqualTo(reason);
        assertThat(failures).isEmpty();
        assertThat(answered).hasPositiveValue();
        assertThat(complaints()).isEmpty();
    }

    private void call(AtomicBoolean go) {
        Rest dispatcher = Secrets.rest(PORTAL, "dispatcher");
        while (go.get()) {
            Reply reply = BrandPortal.overview(dispatcher);
            if (reply.status() != 503 && reply.status() != 404) {
                failures.add(reply.toString());
            }
            Waiting.pause(10);
        }
    }

    private void work(AtomicBoolean go) {
        Rest resident = Secrets.rest(PORTAL, "resident");
        while (go.get()) {
            Reply reply = resident.get("service-items");
            if (reply.status() == 200) {
                answered.incrementAndGet();
            } else {
                failures.add(reply.toString());
            }
        }
    }

    /** Lines that say that the portal itself found no memory. */
    private static List<String> complaints() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> logs = Files.list(PORTAL.home().resolve("logs"))) {
            for (Path log : Stream.concat(logs, Stream.of(PORTAL.log())).toList()) {
                try (Stream<String> all = Files.lines(log)) {
                    all.filter(line -> line.contains("OutOfMemoryError")).forEach(lines::add);
                }
            }
        }
        return lines;
    }
}
