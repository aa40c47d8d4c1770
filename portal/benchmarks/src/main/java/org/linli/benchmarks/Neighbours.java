package org.linli.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;
import org.linli.benchmarks.NoisyBrand.Noise;

/**
 * How long the core takes beside a brand that means harm: lists of services asked for by four clients, alone and beside four clients
 * in two communities who ask the brand again at once when it answered, and after 50 ms when they were refused. Alone and
 * beside take turns in one run; the ratios of one turn are what is to be read. Each noise is met twice: as the portal contains
 * it, which lets the brand rest after some failures, and begins anew in each turn; and under attack all the time, which is as if
 * an administrator resumed the brand four times a second.
 */
final class Neighbours {
    private static final int CLIENTS = 4;
    private static final int ATTACKERS = 2;
    private static final int ROUNDS = 3;
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("linli.bench.seconds", 10));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("linli.bench.warm-up", 45));
    private static final long RESUME_MILLIS = 250;
    private static final long SETTLE_MILLIS = 2_000;

    private final RunningPortal portal;
    private final NoisyBrand brand;
    private final List<Load.Work> core = new ArrayList<>();

    Neighbours(RunningPortal portal) throws IOException {
        this.portal = portal;
        this.brand = new NoisyBrand(portal);
        String token = Secrets.token(portal, "volunteer");
        for (int i = 0; i < CLIENTS; i++) {
            KeptConnection http = new KeptConnection(portal.address(), token);
            core.add(() -> http.get("/api/v1/service-items"));
        }
    }

    void run() {
        Load.run(core, WARM_UP);
        Contest.print(
                "%-24s | %8s %8s | %8s %8s | %6s %6s | %10s",
                "the core beside a brand", "p50 ms", "p99 ms", "p50 ms", "p99 ms", "p50", "p99", "attacks/s");
        for (Noise noise : Noise.values()) {
            for (boolean resumed : List.of(false, true)) {
                row(noise, resumed);
            }
        }
    }

    private void row(Noise noise, boolean resumed) {
        List<Load.Figures> alone = new ArrayList<>();
        List<Load.Figures> beside = new ArrayList<>();
        List<Double> attacks = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            alone.add(Load.run(core, ROUND));
            brand.resume();
            try (Attack attack = new Attack(noise, resumed)) {
                beside.add(Load.run(core, ROUND));
                attacks.add(attack.answered() / (double) ROUND.toSeconds());
            }
        }
        Contest.print(
                "%-24s | %8.2f %8.2f | %8.2f %8.2f | %6.2f %6.2f | %10.1f",
                noise.word() + (resumed ? ", resumed always" : ", left to rest"),
                Load.Figures.median(alone).p50(),
                Load.Figures.median(alone).p99(),
                Load.Figures.median(beside).p50(),
                Load.Figures.median(beside).p99(),
                ratio(alone, beside, 50),
                ratio(alone, beside, 99),
                Load.middle(attacks.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    /** The median of the ratios of all turns. */
    private static double ratio(List<Load.Figures> alone, List<Load.Figures> beside, int percentile) {
        double[] ratios = new double[alone.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = percentile == 50
                    ? beside.get(i).p50() / alone.get(i).p50()
                    : beside.get(i).p99() / alone.get(i).p99();
        }
        return Load.middle(ratios);
    }

    /** People who ask the brand without a pause, until it is closed. */
    private final class Attack implements AutoCloseable {
        private final AtomicBoolean go = new AtomicBoolean(true);
        private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final List<Future<?>> running = new ArrayList<>();

        Attack(Noise noise, boolean resumed) {
            for (String login : NoisyBrand.NEIGHBOURS) {
                String token = Secrets.token(portal, login);
                for (int i = 0; i < ATTACKERS; i++) {
                    running.add(threads.submit(() -> attack(new KeptConnection(portal.address(), token), noise)));
                }
            }
            if (resumed) {
                running.add(threads.submit(this::resume));
            }
        }

        private void attack(KeptConnection http, Noise noise) {
            while (go.get()) {
                try {
                    int status = http.status("GET", "/api/v1/" + noise.path(), "");
                    statuses.computeIfAbsent(status, none -> new AtomicInteger())
                            .incrementAndGet();
                    if (status != 200) {
                        Thread.sleep(50); // whoever is refused does not ask a thousand times a second
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }

        private void resume() {
            while (go.get()) {
                brand.resume();
                try {
                    Thread.sleep(RESUME_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }

        /** What the brand's last calls left running ends. */
        private static void settle() {
            try {
                Thread.sleep(SETTLE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Calls that reached the brand. */
        int answered() {
            return statuses.entrySet().stream()
                    .filter(one -> one.getKey() == 200 || one.getKey() == 503)
                    .mapToInt(one -> one.getValue().get())
                    .sum();
        }

        @Override
        public void close() {
            go.set(false);
            try {
                for (Future<?> one : running) {
                    one.get();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            threads.shutdownNow();
            settle();
            if (Boolean.getBoolean("linli.bench.verbose")) {
                System.out.println("   " + statuses);
            }
        }
    }
}
