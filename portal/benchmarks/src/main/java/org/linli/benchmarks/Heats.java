package org.linli.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/**
 * Several ways of doing the same, in turns, so that the noise of the machine falls on all of them. The first is measured by
 * each of the others.
 */
final class Heats {
    private static final int ROUNDS = Integer.getInteger("linli.bench.rounds", 3);
    private static final Duration ROUND = Duration.ofMillis(Integer.getInteger("linli.bench.millis", 2000));

    private final Processor processor;
    private final String title;
    private final List<Side> sides;

    /**
     * One of the ways.
     *
     * @param maker makes the client of that number
     */
    record Side(String name, IntFunction<Load.Work> maker) {}

    Heats(Processor processor, String title, List<Side> sides) {
        this.processor = processor;
        this.title = title;
        this.sides = sides;
    }

    /** Lets as many clients as ever take part run for a while, for the compiler. */
    static void warmUp(Side side, int clients, Duration time) {
        Load.run(clients(side, clients), time);
    }

    /** Runs all sides with that many clients and prints a line for each. */
    void run(int clients) {
        List<List<Load.Work>> works =
                sides.stream().map(side -> clients(side, clients)).toList();
        List<List<Shown>> shown = new ArrayList<>();
        sides.forEach(side -> shown.add(new ArrayList<>()));
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < works.size(); i++) {
                processor.begin();
                Load.Figures load = Load.run(works.get(i), ROUND);
                shown.get(i).add(new Shown(load, processor.since(load.done())));
            }
        }
        Shown first = Shown.median(shown.get(0));
        for (int i = 0; i < sides.size(); i++) {
            line(clients, sides.get(i).name(), Shown.median(shown.get(i)), first);
        }
    }

    /** The words above the columns. */
    static void head() {
        System.out.println(String.format(
                Locale.ROOT,
                "%-26s %7s %-24s | %9s %8s %8s | %-27s | %s",
                "",
                "clients",
                "",
                "/s",
                "p50 ms",
                "p99 ms",
                "cpu ms portal + db, all",
                "first : this, of cpu"));
    }

    private void line(int clients, String name, Shown one, Shown first) {
        System.out.println(String.format(
                Locale.ROOT,
                "%-26s %7d %-24s | %9.1f %8.2f %8.2f | %6.2f + %5.2f %12.2f | %8.2f %8.2f",
                title,
                clients,
                name,
                one.load().perSecond(),
                one.load().p50(),
                one.load().p99(),
                one.processor().portal(),
                one.processor().database(),
                one.processor().all(),
                first.load().perSecond() / one.load().perSecond(),
                one.processor().all() / first.processor().all()));
    }

    private static List<Load.Work> clients(Side side, int number) {
        List<Load.Work> clients = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            clients.add(side.maker().apply(i));
        }
        return clients;
    }

    private record Shown(Load.Figures load, Processor.Share processor) {
        static Shown median(List<Shown> rounds) {
            return new Shown(
                    Load.Figures.median(rounds.stream().map(Shown::load).toList()),
                    new Processor.Share(
                            middle(rounds, one -> one.processor().portal()),
                            middle(rounds, one -> one.processor().database()),
                            middle(rounds, one -> one.processor().all())));
        }

        private static double middle(List<Shown> rounds, ToDoubleFunction<Shown> figure) {
            return Load.middle(rounds.stream().mapToDouble(figure).toArray());
        }
    }
}
