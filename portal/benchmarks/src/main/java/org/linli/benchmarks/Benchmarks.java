package org.linli.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.linli.acceptance.Invariants;
import org.linli.acceptance.RunningPortal;

/**
 * {@code ./linli bench}: prints tables. Arguments choose among start, posting, lives, brands and tree; without any, all but the tree,
 * which fetches a package.
 */
public final class Benchmarks {
    private static final Set<String> ALL = Set.of("start", "posting", "lives", "brands", "tree");
    private static final List<String> USUAL = List.of("start", "posting", "lives", "brands");

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        // Maven hands all of them over as one
        Set<String> chosen = new LinkedHashSet<>(Arrays.stream(arguments)
                .flatMap(argument -> Arrays.stream(argument.split(" ")))
                .filter(one -> !one.isBlank())
                .toList());
        if (!ALL.containsAll(chosen)) {
            System.err.println("The benchmarks are start, posting, lives, brands and tree.");
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
        if (chosen.contains("tree")) {
            Tree.run();
        }
    }

    private static void load(Set<String> chosen) throws Exception {
        // as in production: full compiler, default collector
        try (RunningPortal portal = RunningPortal.fresh("bench", List.of("-Xmx1g"))) {
            if (chosen.contains("posting")) {
                new Posting(portal).run();
                Invariants.hold(portal);
            }
            if (chosen.contains("lives")) {
                new Lives(portal).run();
            }
            if (chosen.contains("brands")) {
                new Brands(portal, "fire-patrol/reports").run();
                Invariants.hold(portal);
            }
        }
    }
}
