package org.linli.portal.activities;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.problem.Violations;

/**
 * What is planned for a date, or for the first date of a series.
 *
 * @param kind one of {@link Kinds}, or a kind of the brand
 * @param unitId where: the community or a unit of it
 * @param place in words, may be empty
 * @param teamId whose leaders see to it, null for none
 * @param capacity how many may sign up, null for no bound, 0 for nobody
 */
public record Plan(
        String kind,
        String title,
        long unitId,
        String place,
        @Nullable Long teamId,
        Instant startsAt,
        Instant endsAt,
        @Nullable Integer capacity) {
    /** Longest date. */
    public static final Duration LONGEST = Duration.ofDays(14);

    static final int MAX_TITLE = 120;
    static final int MAX_PLACE = 200;
    static final int MAX_CAPACITY = 100_000;

    /** Whether people may sign up by themselves. */
    public boolean isOpen() {
        return capacity == null || capacity > 0;
    }

    public Duration length() {
        return Duration.between(startsAt, endsAt);
    }

    /** The same on another date. */
    public Plan at(Instant start) {
        return new Plan(kind, title, unitId, place, teamId, start, start.plus(length()), capacity);
    }

    /** The same with other places. */
    public Plan with(@Nullable Integer places) {
        return new Plan(kind, title, unitId, place, teamId, startsAt, endsAt, places);
    }

    /** What is wrong with it by itself. */
    Violations check() {
        return new Violations()
                .requiredText(title, "title", MAX_TITLE)
                .text(place, "place", MAX_PLACE)
                .range(capacity, "capacity", 0, MAX_CAPACITY)
                .check(
                        endsAt.isAfter(startsAt) && length().compareTo(LONGEST) <= 0,
                        "endsAt",
                        "activities.length-out-of-range",
                        LONGEST.toDays());
    }
}
