package org.linli.benchmarks;

import java.util.Arrays;
import java.util.List;
import org.linli.acceptance.Invariants;
import org.linli.acceptance.RunningPortal;

/** {@code ./linli bench}: prints tables. Arguments choose among posting, lives and start. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        List<String> chosen =
                Arrays.stream(arguments).filter(one -> !one.isBlank()).toList();
        if (chosen.isEmpty() || chosen.contains("start")) {
            new Start().run();
        }
        boolean posting = chosen.isEmpty() || chosen.contains("posting");
        boolean lives = chosen.isEmpty() || chosen.contains("lives");
        if (posting || lives) {
            // as in production: full compiler, default collector
            try (RunningPortal portal = RunningPortal.fresh("bench", List.of("-Xmx1g"))) {
                if (posting) {
                    new Posting(portal).run();
                    Invariants.hold(portal);
                }
                if (lives) {
                    new Lives(portal).run();
                }
            }
        }
    }
}
