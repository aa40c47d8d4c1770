package org.linli.portal.orders;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which orders of a community are asked for.
 *
 * @param statuses empty for all
 * @param escalatedOnly only those that nobody accepted in time
 * @param text part of the number, of the resident's name or its pinyin, of the item or the description; null for all
 */
public record QueueFilter(
        Set<OrderStatus> statuses,
        boolean escalatedOnly,
        @Nullable String text) {
    public QueueFilter {
        statuses = Set.copyOf(statuses);
    }

    /** What waits for a dispatcher or an answer. */
    public static QueueFilter waiting() {
        return new QueueFilter(OrderStatus.QUEUED, false, null);
    }

    /** Orders of one status, or of all when null. */
    public static QueueFilter of(@Nullable OrderStatus status) {
        return new QueueFilter(status == null ? Set.of() : EnumSet.of(status), false, null);
    }
}
