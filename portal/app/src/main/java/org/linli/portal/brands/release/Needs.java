package org.linli.portal.brands.release;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.linli.portal.brands.Descriptor;

/** What a release asks for, as it is shown, approved and stored: {@code records}, {@code points:500}. */
final class Needs {
    private static final String POINTS = "points:";

    private Needs() {}

    static Set<String> of(Descriptor descriptor) {
        Set<String> needs = new TreeSet<>(descriptor.needs());
        if (needs.remove("points")) {
            needs.add(POINTS + descriptor.pointsPerDay());
        }
        return needs;
    }

    /** What it asks for beyond what was approved. */
    static Set<String> grown(Collection<String> approved, Descriptor descriptor) {
        Set<String> grown = of(descriptor);
        grown.removeAll(approved);
        grown.removeIf(need -> need.startsWith(POINTS) && points(need) <= approvedPoints(approved));
        return grown;
    }

    private static int approvedPoints(Collection<String> approved) {
        return approved.stream()
                .filter(need -> need.startsWith(POINTS))
                .mapToInt(Needs::points)
                .max()
                .orElse(0);
    }

    private static int points(String need) {
        return Integer.parseInt(need.substring(POINTS.length()));
    }
}
