package org.linli.portal.activities.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.problem.Violations;

/**
 * Who came to a date.
 *
 * @param minutes attended by person id
 * @param heads how many people were there in all
 * @param journal what happened, may be empty
 */
public record Attendance(
        Map<Long, Integer> minutes, @Nullable Integer heads, String journal) {
    /** Longest journal. */
    public static final int MAX_JOURNAL = 1000;

    private static final int MAX_MINUTES = 14 * 24 * 60;
    private static final int MAX_HEADS = 100_000;
    private static final int MAX_PEOPLE = 1000;

    public Attendance {
        minutes = Map.copyOf(minutes);
    }

    /** The people counted; without a count those who attended. */
    public int counted() {
        return heads == null ? minutes.size() : heads;
    }

    /** Refuses what cannot be. */
    public void check() {
        new Violations()
                .check(minutes.size() <= MAX_PEOPLE, "attended", "activities.too-many-people", MAX_PEOPLE)
                .check(
                        minutes.values().stream().allMatch(m -> m >= 1 && m <= MAX_MINUTES),
                        "attended",
                        "activities.minutes-out-of-range",
                        MAX_MINUTES)
                .range(heads, "heads", 0, MAX_HEADS)
                .check(counted() >= minutes.size(), "heads", "activities.heads-below-attended", minutes.size())
                .text(journal, "journal", MAX_JOURNAL)
                .throwIfAny();
    }
}
