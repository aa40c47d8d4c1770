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

    void answered(CallKey key, long nanos) {
        add(key, Count.answered(nanos / 1000));
    }

    void failed(CallKey key, CallFailed.Cause why, long nanos) {
        add(key, Count.failed(nanos / 1000, why));
    }

    private void add(CallKey key, Count count) {
        counts.merge(new Slot(key, clock.instant().truncatedTo(ChronoUnit.MINUTES)), count, Count::plus);
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

    /**
     * What came together.
     *
     * @param failures among the calls
     * @param timeouts among the failures
     * @param large among the failures: asked for too much memory
     * @param micros in all
     * @param slowest in microseconds
     * @param times how many took how long
     */
    record Count(long calls, long failures, long timeouts, long large, long micros, long slowest, CallTimes times) {
        static Count answered(long micros) {
            return new Count(1, 0, 0, 0, micros, micros, CallTimes.of(micros));
        }

        static Count failed(long micros, CallFailed.Cause why) {
            return new Count(
                    1,
                    1,
                    why == CallFailed.Cause.SLOW ? 1 : 0,
                    why == CallFailed.Cause.LARGE ? 1 : 0,
                    micros,
                    micros,
                    CallTimes.of(micros));
        }

        Count plus(Count other) {
            return new Count(
                    calls + other.calls,
                    failures + other.failures,
                    timeouts + other.timeouts,
                    large + other.large,
                    micros + other.micros,
                    Math.max(slowest, other.slowest),
                    times.plus(other.times));
        }
    }
}
