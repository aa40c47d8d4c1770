package org.linli.portal.hours;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one person did to a correction or back-entry.
 *
 * @param by who; null when nobody did yet, or when the portal did
 * @param at when, null when nobody did yet
 * @param note the reason, empty when none was asked for
 */
public record Step(@Nullable Who by, @Nullable Instant at, String note) implements Serializable {
    /** Whether that person took it. */
    public boolean isBy(long personId) {
        return by != null && by.id() == personId;
    }
}
