package org.linli.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order of the brand.
 *
 * @param id the order
 * @param number what people read out
 * @param type as in the descriptor
 * @param status as in the core, such as {@code PLACED}, {@code IN_SERVICE}, {@code CLOSED}
 * @param open false when it is closed, cancelled or expired
 * @param step code of the step that waits, null when none does
 * @param unitId where the service happens
 * @param description in the placer's words
 * @param fields declared extension fields
 * @param principalId who needs it
 * @param assigneeId who serves, null while nobody does
 * @param participants person ids by participant role
 * @param parentId the order that it follows from, null when there is none
 * @param placedAt when it was placed
 * @param dueAt when it must be done, null for no limit
 * @param version rises with each change
 */
public record OrderView(
        String id,
        String number,
        String type,
        String status,
        boolean open,
        @Nullable String step,
        String unitId,
        String description,
        Data fields,
        String principalId,
        @Nullable String assigneeId,
        Map<String, List<String>> participants,
        @Nullable String parentId,
        Instant placedAt,
        @Nullable Instant dueAt,
        long version) {
    public OrderView {
        participants = Map.copyOf(participants);
    }
}
