package org.linli.portal.reports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A service record behind a count.
 *
 * @param points hundredths of a point that were paid for it
 * @param volunteer name, null for callers who may not know it
 */
public record ServiceRow(
        long id,
        long orderId,
        String unit,
        String item,
        int minutes,
        long points,
        Instant recordedAt,
        @Nullable String volunteer) {}
