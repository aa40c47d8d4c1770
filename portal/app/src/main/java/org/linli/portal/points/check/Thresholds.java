package org.linli.portal.points.check;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.linli.portal.platform.problem.Violations;

/** The thresholds of a community, all of them. */
public record Thresholds(Map<Threshold, Integer> numbers) {
    /** Where nothing was set. */
    public static final Thresholds USUAL = new Thresholds(Map.of());

    public Thresholds {
        Map<Threshold, Integer> all = new EnumMap<>(Threshold.class);
        for (Threshold threshold : Threshold.values()) {
            all.put(threshold, numbers.getOrDefault(threshold, threshold.usual()));
        }
        numbers = Collections.unmodifiableMap(all);
    }

    /** The number of that threshold. */
    public int of(Threshold threshold) {
        return numbers.getOrDefault(threshold, threshold.usual());
    }

    /** Another for other numbers: what was read is what is changed. */
    public long version() {
        long version = 17;
        for (Threshold threshold : Threshold.values()) {
            version = version * 31 + of(threshold);
        }
        return Math.abs(version);
    }

    /** The same with one other number. */
    public Thresholds with(Threshold threshold, int number) {
        Map<Threshold, Integer> all = new EnumMap<>(numbers);
        all.put(threshold, number);
        return new Thresholds(all);
    }

    /**
     * Refuses numbers out of their bounds, each by the name of its threshold.
     *
     * @throws org.linli.portal.platform.problem.DomainException 400
     */
    public void check() {
        Violations violations = new Violations();
        numbers.forEach((threshold, number) ->
                violations.range(number, threshold.field(), threshold.least(), threshold.most()));
        violations.throwIfAny();
    }
}
