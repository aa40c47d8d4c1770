package org.linli.portal.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.linli.portal.platform.persistence.Ids;

/** Ids of past things, ordered by time and, within a millisecond, by the order of the calls. */
final class DemoIds {
    private static final int STEP = 16;

    private final Map<Long, Integer> tails = new HashMap<>();

    long at(Instant instant) {
        int tail = tails.merge(instant.toEpochMilli(), STEP, Integer::sum);
        return Ids.at(instant, tail);
    }
}
