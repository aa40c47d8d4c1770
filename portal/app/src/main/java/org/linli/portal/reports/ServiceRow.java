package org.linli.portal.reports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A service record behind a count. A reversing record takes one service and its minutes back.
 *
 * @param orderId null for a back-entry
 * @param minutes negative in a reversing record
 * @param points hundredths of a point that were paid for it
 * @param volunteer name, null for callers who may not know it
 */
public record ServiceRow(
        long id,
        @Nullable Long orderId,
        String unit,
        String item,
        int minutes,
        long points,
        Instant recordedAt,
        @Nullable String volunteer) {}
