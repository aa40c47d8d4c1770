package org.linli.portal.activities;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.portal.activities.domain.Recurrence;

/**
 * A plan that makes dates: again and again, or once when there is no recurrence.
 *
 * @param brandId whose it is, null for the community's own
 * @param key the brand's own name for it, null for the community's own
 * @param plan of the first date
 * @param recurrence null for one date
 * @param assigned who is put on each new date
 * @param data the brand's own
 * @param plannedUntil dates before this instant exist
 * @param endedAt null while it goes on
 */
public record Series(
        long id,
        long communityId,
        @Nullable String brandId,
        @Nullable String key,
        Plan plan,
        @Nullable Recurrence recurrence,
        List<Long> assigned,
        Data data,
        Instant plannedUntil,
        @Nullable Instant endedAt,
        long version) {
    /** How far ahead dates are made. */
    public static final Duration AHEAD = Duration.ofDays(60);

    public Series {
        assigned = List.copyOf(assigned);
    }

    /** When its dates begin, from an instant on, before another. */
    public List<Instant> dates(Instant from, Instant before) {
        Instant first = plan.startsAt();
        if (recurrence != null) {
            return recurrence.dates(first, from, before);
        }
        return first.isBefore(from) ? List.of() : List.of(first);
    }

    /** The same with its dates made up to that instant. */
    Series plannedUntil(Instant instant) {
        return new Series(id, communityId, brandId, key, plan, recurrence, assigned, data, instant, endedAt, version);
    }

    /** The same series with another plan; it goes on, should it have ended. */
    Series replanned(Plan newPlan, @Nullable Recurrence newRecurrence, List<Long> people, Data newData) {
        return new Series(
                id, communityId, brandId, key, newPlan, newRecurrence, people, newData, plannedUntil, null, version);
    }
}
