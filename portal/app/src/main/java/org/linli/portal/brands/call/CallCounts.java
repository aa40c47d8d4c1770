package org.linli.portal.brands.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What brands were asked, how often they failed and how long they took, by the minute, until it is written down. */
@ApplicationScoped
public class CallCounts {
    private final Clock clock;
    private final Map<Slot, Count> counts = new ConcurrentHashMap<>();

    @Inject
    public CallCounts(Clock clock) {
        this.clock = clock;
    }

    void add(CallKey key, boolean failed, long nanos) {
        long micros = nanos / 1000;
        counts.merge(
                new Slot(key, clock.instant().truncatedTo(ChronoUnit.MINUTES)),
                new Count(1, failed ? 1 : 0, micros, micros),
                Count::plus);
    }

    /** Takes out what was counted. */
    List<Map.Entry<Slot, Count>> take() {
        List<Map.Entry<Slot, Count>> taken = new ArrayList<>();
        for (Slot slot : List.copyOf(counts.keySet())) {
            Count count = counts.remove(slot);
            if (count != null) {
                taken.add(Map.entry(slot, count));
            }
        }
        return taken;
    }

    /** A minute of a point. */
    record Slot(CallKey key, Instant minute) {}

    /** Calls, failures among them, and the microseconds in all and at most. */
    record Count(long calls, long failures, long micros, long slowest) {
        Count plus(Count other) {
            return new Count(
                    calls + other.calls,
                    failures + other.failures,
                    micros + other.micros,
                    Math.max(slowest, other.slowest));
        }
    }
}
