package org.linli.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/** One way against another, mostly the portal against raw SQL, in turns, so that the noise of the machine falls on both. */
final class Contest {
    private static final int[] CLIENTS = {1, 8, 32};
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("linli.bench.seconds", 4));

    // long enough for the full compiler to have done with the path of the request
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("linli.bench.warm-up", 45));

    private final String what;
    private final Processor processor;
    private final IntFunction<Load.Work> portal;
    private final IntFunction<Load.Work> raw;
    private final Sides sides;

    /**
     * How the table names the two sides.
     *
     * @param most clients that one of them can have
     */
    record Sides(String one, String other, int most) {}

    /**
     * A contest.
     *
     * @param portal makes the client of that number, which asks the portal
     * @param raw makes the client of that number, which does the same writes by SQL
     */
    Contest(String what, Processor processor, IntFunction<Load.Work> portal, IntFunction<Load.Work> raw) {
        this(what, processor, portal, raw, new Sides("portal", "raw", Integer.MAX_VALUE));
    }

    /** A contest of two sides with other names. */
    Contest(String what, Processor processor, IntFunction<Load.Work> portal, IntFunction<Load.Work> raw, Sides sides) {
        this.what = what;
        this.processor = processor;
        this.portal = portal;
        this.raw = raw;
        this.sides = sides;
    }

    /**
     * Runs all numbers of clients and prints a table. On a machine that others use too, the time of the processor for one
     * (portal, database, clients) says more than the number for a second.
     */
    void run() {
        Load.run(clients(portal, 8), WARM_UP);
        Load.run(clients(raw, 8), WARM_UP.dividedBy(3));
        print(
                "%-12s %7s | %9s %8s %8s %-23s | %9s %8s %8s %8s | %6s %6s",
                what,
                "clients",
                sides.one() + "/s",
                "p50 ms",
                "p99 ms",
                "cpu ms (portal+db, all)",
                sides.other() + "/s",
                "p50 ms",
                "p99 ms",
                "cpu ms",
                "ratio",
                "of cpu");
        Arrays.stream(CLIENTS).filter(number -> number <= sides.most()).forEach(this::row);
    }

    private void row(int number) {
        List<Load.Work> asking = clients(portal, number);
        List<Load.Work> writing = clients(raw, number);
        List<Side> ours = new ArrayList<>();
        List<Side> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(side(asking));
            theirs.add(side(writing));
        }
        Side our = Side.median(ours);
        Side their = Side.median(theirs);
        print(
                "%-12s %7d | %9.1f %8.2f %8.2f %6.2f + %5.2f %8.2f | %9.1f %8.2f %8.2f %8.2f | %6.2f %6.2f",
                "",
                number,
                our.load().perSecond(),
                our.load().p50(),
                our.load().p99(),
                our.processor().portal(),
                our.processor().database(),
                our.processor().all(),
                their.load().perSecond(),
                their.load().p50(),
                their.load().p99(),
                their.processor().all(),
                our.load().perSecond() / their.load().perSecond(),
                their.processor().all() / our.processor().all());
    }

    private Side side(List<Load.Work> clients) {
        processor.begin();
        Load.Figures load = Load.run(clients, ROUND);
        return new Side(load, processor.since(load.done()));
    }

    /** What one side has shown. */
    private record Side(Load.Figures load, Processor.Share processor) {
        static Side median(List<Side> rounds) {
            return new Side(
                    Load.Figures.median(rounds.stream().map(Side::load).toList()),
                    new Processor.Share(
                            middle(rounds, one -> one.processor().portal()),
                            middle(rounds, one -> one.processor().database()),
                            middle(rounds, one -> one.processor().all())));
        }

        private static double middle(List<Side> rounds, ToDoubleFunction<Side> figure) {
            return Load.middle(rounds.stream().mapToDouble(figure).toArray());
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
