package org.linli.plugin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An activity of the brand: one date, of a series or alone.
 *
 * @param id the activity
 * @param seriesId the series, null when it stands alone
 * @param kind as in the descriptor
 * @param title shown title
 * @param unitId where
 * @param place in words, may be empty
 * @param startsAt begin
 * @param endsAt end
 * @param capacity how many may sign up, null for no bound
 * @param status {@code PLANNED}, {@code FINISHED} or {@code CANCELLED}
 * @param people who is assigned or signed up
 * @param heads how many people were counted, 0 before
 * @param data the brand's own, such as the route of a round
 * @param version rises with each change
 */
public record ActivityView(
        String id,
        @Nullable String seriesId,
        String kind,
        String title,
        String unitId,
        String place,
        Instant startsAt,
        Instant endsAt,
        @Nullable Integer capacity,
        String status,
        List<Person> people,
        int heads,
        Data data,
        long version) {
    public ActivityView {
        people = List.copyOf(people);
    }

    /**
     * Who takes part.
     *
     * @param state {@code ASSIGNED}, {@code SIGNED_UP}, {@code WAITING}, {@code ATTENDED} or {@code ABSENT}
     * @param minutes attended, 0 before
     */
    public record Person(String personId, String name, String state, int minutes) {}
}
