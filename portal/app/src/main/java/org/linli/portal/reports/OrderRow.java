package org.linli.portal.reports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.OrderStatus;

/**
 * An order behind a count.
 *
 * @param resident name, null for callers who may not know it
 */
public record OrderRow(
        long id,
        String number,
        String unit,
        String item,
        OrderStatus status,
        Instant placedAt,
        @Nullable String resident) {}
