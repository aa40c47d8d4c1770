package org.linli.portal.hours;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a volunteer has served.
 *
 * @param minutes in all
 * @param thisYear minutes of services that ended in this year of Asia/Shanghai
 * @param services how many that count
 * @param since when the first began, null without any
 */
public record HoursTotal(
        long minutes,
        long thisYear,
        long services,
        @Nullable Instant since) implements Serializable {}
