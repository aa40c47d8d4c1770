package org.linli.portal.points.nomination;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.portal.hours.BackEntry;
import org.linli.portal.platform.time.Clocks;

/**
 * What a community is told and may object to: one of both.
 *
 * @param nomination that is paid when nobody is right to object
 * @param entry a service entered afterwards that counts when nobody is right to object
 */
public record Announcement(
        @Nullable Nomination nomination, @Nullable BackEntry entry) {
    static Announcement of(Nomination nomination) {
        return new Announcement(nomination, null);
    }

    static Announcement of(BackEntry entry) {
        return new Announcement(null, entry);
    }

    /** Of the nomination or of the back-entry; ids of both are of one sequence. */
    public long id() {
        return nomination != null ? nomination.id() : entry != null ? entry.id() : 0;
    }

    /** When the announcement ends, null when nothing says so. */
    public @Nullable Instant until() {
        if (nomination != null) {
            Nomination.Announced said = nomination.announcement();
            return said == null
                    ? null
                    : said.until().plusDays(1).atStartOfDay(Clocks.ZONE).toInstant();
        }
        return entry == null ? null : entry.announcedUntil();
    }
}
