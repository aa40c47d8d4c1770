package org.linli.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** The portal against raw SQL, in turns, so that the noise of the machine falls on both. */
final class Contest {
    private static final int[] CLIENTS = {1, 8, 32};
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("linli.bench.seconds", 4));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("linli.bench.warm-up", 15));

    private final String what;
    private final IntFunction<Load.Work> portal;
    private final IntFunction<Load.Work> raw;

    /**
     * A contest.
     *
     * @param portal makes the client of that number, which asks the portal
     * @param raw makes the client of that number, which does the same writes by SQL
     */
    Contest(String what, IntFunction<Load.Work> portal, IntFunction<Load.Work> raw) {
        this.what = what;
        this.portal = portal;
        this.raw = raw;
    }

    /** Runs all numbers of clients and prints a table. */
    void run() {
        Load.run(clients(portal, 8), WARM_UP);
        Load.run(clients(raw, 8), WARM_UP.dividedBy(3));
        print(
                "%-14s %7s | %10s %9s %9s | %10s %9s %9s | %6s",
                what, "clients", "portal/s", "p50 ms", "p99 ms", "raw/s", "p50 ms", "p99 ms", "ratio");
        for (int number : CLIENTS) {
            List<Load.Work> asking = clients(portal, number);
            List<Load.Work> writing = clients(raw, number);
            List<Load.Figures> ours = new ArrayList<>();
            List<Load.Figures> theirs = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                ours.add(Load.run(asking, ROUND));
                theirs.add(Load.run(writing, ROUND));
            }
            Load.Figures our = Load.Figures.median(ours);
            Load.Figures their = Load.Figures.median(theirs);
            print(
                    "%-14s %7d | %10.1f %9.2f %9.2f | %10.1f %9.2f %9.2f | %6.2f",
                    "",
                    number,
                    our.perSecond(),
                    our.p50(),
                    our.p99(),
                    their.perSecond(),
                    their.p50(),
                    their.p99(),
                    our.perSecond() / their.perSecond());
        }
    }

    private static List<Load.Work> clients(IntFunction<Load.Work> maker, int number) {
        List<Load.Work> clients = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            clients.add(maker.apply(i));
        }
        return clients;
    }

    static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
