package org.linli.portal.hours;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A past service to be entered.
 *
 * @param volunteerId who served
 * @param itemId of the community's catalogue
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param minutes whole minutes of service, null for the whole time
 * @param reason what happened, why it was not recorded then and how it is known; at most 300 characters
 */
public record BackEntryCommand(
        @Nullable Long volunteerId,
        @Nullable Long itemId,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Integer minutes,
        @Nullable String reason) {}
