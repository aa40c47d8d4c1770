package org.linli.benchmarks;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.linli.acceptance.Invariants;
import org.linli.acceptance.RunningPortal;

/**
 * {@code ./linli bench}: prints tables. Arguments choose among start, posting, lives, brands, neighbours and tree; without any, all but the tree,
 * which fetches a package.
 */
public final class Benchmarks {
    private static final Set<String> ALL = Set.of("start", "posting", "lives", "brands", "neighbours", "tree");
    private static final List<String> USUAL = List.of("start", "posting", "lives", "brands");

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        // Maven hands all of them over as one
        Set<String> chosen = new LinkedHashSet<>(Arrays.stream(arguments)
                .flatMap(argument -> Arrays.stream(argument.split(" ")))
                .filter(one -> !one.isBlank())
                .toList());
        if (!ALL.containsAll(chosen)) {
            System.err.println("The benchmarks are start, posting, lives, brands, neighbours and tree.");
            System.exit(2);
        }
        if (chosen.isEmpty()) {
            chosen.addAll(USUAL);
        }
        if (chosen.contains("start")) {
            new Start().run();
        }
        if (chosen.contains("posting") || chosen.contains("lives") || chosen.contains("brands")) {
            load(chosen);
        }
        if (chosen.contains("brands") || chosen.contains("neighbours")) {
            neighbours("as in production", List.of("-Xmx1g", "-XX:+ExplicitGCInvokesConcurrent"));
            neighbours("as ./linli run starts it", List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        }
        if (chosen.contains("tree")) {
            Tree.run();
        }
    }

    private static void load(Set<String> chosen) throws Exception {
        // as in production: full compiler, default collector
        try (RunningPortal portal = RunningPortal.fresh("bench", List.of("-Xmx1g"))) {
            if (chosen.contains("posting")) {
                posting(portal, "MariaDB");
            }
            if (chosen.contains("lives")) {
                new Lives(portal).run();
            }
            if (chosen.contains("brands")) {
                new Brands(portal, "fire-patrol/reports").run();
                Invariants.hold(portal);
            }
        }
        if (chosen.contains("posting")) {
            postingOnMySql();
        }
    }

    private static void posting(RunningPortal portal, String engine) throws Exception {
        Processor processor = new Processor(portal);
        Heats.head();
        Posting posting = new Posting(portal);
        posting.run(processor, engine);
        Redeeming redeeming = new Redeeming(portal);
        redeeming.run(processor, engine);
        redeeming.sellOut();
        posting.noteRaw(); // last: the portal refuses new facts while so many wait
        Invariants.hold(portal);
    }

    private static void postingOnMySql() throws Exception {
        if (!MySqlWithBinlog.isAvailable()) {
            System.out.println("MySQL was not measured: it needs the package libaio1");
            return;
        }
        String key = Base64.getEncoder().encodeToString(new SecureRandom().generateSeed(32));
        try (MySqlWithBinlog server = MySqlWithBinlog.start();
                RunningPortal portal =
                        RunningPortal.node("bench-mysql-portal", server.settings(), key, List.of("-Xmx1g"))) {
            portal.awaitReady();
            posting(portal, "MySQL with binlog");
        }
    }

    private static void neighbours(String how, List<String> options) throws Exception {
        List<String> all = new ArrayList<>(options);
        all.add("-Dlinli.brands.unsigned=true");
        try (RunningPortal portal = RunningPortal.fresh("bench-neighbours", all)) {
            System.out.println(how + ": " + String.join(" ", options));
            new Neighbours(portal).run();
            Invariants.hold(portal);
        }
    }
}
