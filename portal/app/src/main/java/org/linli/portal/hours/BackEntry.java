package org.linli.portal.hours;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 补录: a service of the past that staff entered.
 *
 * @param id identifier
 * @param communityId whose
 * @param volunteer who is said to have served
 * @param item what
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param minutes whole minutes of service
 * @param status where it stands
 * @param entered by whom, when; the note says what happened and how it is known
 * @param approved by the second person
 * @param announcedUntil end of the announcement, null before it begins
 * @param decided who refused it or decided about the objections, and why
 * @param objections how many object or objected
 */
public record BackEntry(
        long id,
        long communityId,
        Who volunteer,
        ServiceEntry.Item item,
        Instant startedAt,
        Instant endedAt,
        int minutes,
        BackEntryStatus status,
        Step entered,
        Step approved,
        @Nullable Instant announcedUntil,
        Step decided,
        int objections)
        implements Serializable {
    /** What somebody of the community says against it. */
    public record Objection(long id, Who by, Instant at, String reason) implements Serializable {}
}
