package org.linli.acceptance.brands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.acceptance.brands.BrandPortal.PORTAL;
import static org.linli.acceptance.brands.BrandPortal.RELEASES;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.acceptance.Drill;
import org.linli.acceptance.Rest;
import org.linli.acceptance.Secrets;

/**
 * A brand that burns the processor or memory in its route: the core answers everybody meanwhile. How much longer it takes is printed, not
 * asserted: it is the machine's business as much as the portal's.
 */
@Order(914)
class NoisyNeighbourTest {
    private static final int CORE_CLIENTS = 4;
    private static final int BRAND_CLIENTS = 2;

    @BeforeAll
    static void await() {
        BrandPortal.await();
    }

    @AfterEach
    void restore() {
        RELEASES.restore();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5.0.1 | loops     | long n = 0; while (n != Long.MIN_VALUE) { n = (n + 1) & Long.MAX_VALUE; }",
                "5.0.2 | allocates | byte[][] some = new byte[8][]; int i = 0;"
                        + " while (i >= 0) { some[i & 7] = new byte[1 << 20]; i = (i + 1) & 0xffff; }",
            })
    void the_core_answers_while_a_brand(String version, String what, String statements) throws InterruptedException {
        String id = RELEASES.verified(BrandPortal.answering(version, statements + " return new Response.NotFound();"));
        work(2); // what was loaded for the upload is in its place
        double before = work(Drill.rounds(3, 15));
        RELEASES.activate(id);
        AtomicBoolean go = new AtomicBoolean(true);
        ExecutorService callers = Executors.newFixedThreadPool(BRAND_CLIENTS);
        for (int i = 0; i < BRAND_CLIENTS; i++) {
            callers.submit(() -> call(go));
        }
        double during = work(Drill.rounds(6, 30));
        go.set(false);
        callers.shutdown();
        assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        System.out.println(String.format(
                Locale.ROOT,
                "p99 of the core alone %.1f ms, while a brand %s %.1f ms: %.2f times",
                before,
                what,
                during,
                during / before));
    }

    private static void call(AtomicBoolean go) {
        Rest dispatcher = Secrets.rest(PORTAL, "dispatcher");
        while (go.get()) {
            int status = BrandPortal.overview(dispatcher).status();
            assertThat(status).isIn(200, 503);
            Waiting.pause(10);
        }
    }

    /** The 99th percentile of lists of orders asked for in that many seconds, in milliseconds; all must be answered. */
    private static double work(int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        ExecutorService clients = Executors.newFixedThreadPool(CORE_CLIENTS);
        List<Long> durations = Collections.synchronizedList(new ArrayList<>());
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < CORE_CLIENTS; i++) {
            clients.submit(() -> {
                Rest resident = Secrets.rest(PORTAL, "resident");
                while (System.nanoTime() < end) {
                    long begin = System.nanoTime();
                    int status = resident.get("service-items").status();
                    durations.add(System.nanoTime() - begin);
                    if (status != 200) {
                        failures.add("status " + status);
                    }
                }
            });
        }
        clients.shutdown();
        try {
            assertThat(clients.awaitTermination(seconds + 60L, TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(failures).isEmpty();
        List<Long> sorted = durations.stream().sorted().toList();
        return sorted.get((int) (sorted.size() * 0.99)) / 1e6;
    }
}
