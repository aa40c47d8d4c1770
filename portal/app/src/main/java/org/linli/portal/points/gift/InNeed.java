package org.linli.portal.points.gift;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the list of persons in need.
 *
 * @param id of the entry
 * @param personId who
 * @param name their name
 * @param from first day
 * @param to last day
 * @param reason why, for administrators and auditors only
 * @param consent how the person agreed to stand on the list
 * @param endedAt when it was ended before its last day, null when it was not
 */
public record InNeed(
        long id,
        long communityId,
        long personId,
        String name,
        LocalDate from,
        LocalDate to,
        String reason,
        String consent,
        @Nullable Instant endedAt) {
    /** Whether gifts may be given on that day. */
    public boolean holdsOn(LocalDate day) {
        return endedAt == null && !day.isBefore(from) && !day.isAfter(to);
    }
}
