package org.linli.portal.activities;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.problem.Violations;

/**
 * What somebody wants to plan, not checked yet.
 *
 * @param unitId null for the community as a whole
 * @param minutes how long
 * @param capacity how many may sign up, null for no bound, 0 for nobody
 */
public record PlanInput(
        @Nullable String kind,
        @Nullable String title,
        @Nullable Long unitId,
        @Nullable String place,
        @Nullable Long teamId,
        @Nullable Instant startsAt,
        @Nullable Integer minutes,
        @Nullable Integer capacity) {
    private static final int SHORTEST = 5;

    /** What is wrong with it by itself. */
    Violations check() {
        return new Violations()
                .requiredText(title, "title", Plan.MAX_TITLE)
                .text(place, "place", Plan.MAX_PLACE)
                .required(kind, "kind")
                .check(kind == null || Kinds.has(kind), "kind", "activities.no-such-kind")
                .required(startsAt, "startsAt")
                .required(minutes, "minutes")
                .range(minutes, "minutes", SHORTEST, Plan.LONGEST.toMinutes())
                .range(capacity, "capacity", 0, Plan.MAX_CAPACITY);
    }

    /** As a plan, once checked. */
    Plan plan(long communityId) {
        Instant start = startsAt == null ? Instant.EPOCH : startsAt;
        return new Plan(
                String.valueOf(kind),
                String.valueOf(title).strip(),
                unitId == null ? communityId : unitId,
                place == null ? "" : place.strip(),
                teamId,
                start,
                start.plus(Duration.ofMinutes(minutes == null ? SHORTEST : minutes)),
                capacity);
    }
}
