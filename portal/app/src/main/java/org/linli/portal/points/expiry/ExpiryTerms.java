package org.linli.portal.points.expiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.time.Clocks;

/**
 * When points get too old. Points expire on few days of the year, so that people are told rarely: at the new year, or on
 * the first of a month. A day that was missed needs no repair: the next one takes what is older than its cutoff, all of it.
 *
 * @param kind how
 * @param months whole months that points live at least, 0 unless MONTHS
 * @param noticeDays how many days before people are told
 * @param notBefore nothing expires earlier: the terms were changed not long ago; null when that is no matter
 */
public record ExpiryTerms(
        Kind kind, int months, int noticeDays, @Nullable LocalDate notBefore) {
    /** Points stay for ever. */
    public static final ExpiryTerms NONE = new ExpiryTerms(Kind.NONE, 0, 30, null);

    /** How points expire. */
    public enum Kind {
        /** Never. */
        NONE,
        /** At the new year, what was earned before it. */
        YEAR_END,
        /** On the first of a month, what was earned so many months before it: first in, first out. */
        MONTHS
    }

    /** The first day after that one on which points expire. */
    public Optional<LocalDate> dueAfter(LocalDate day) {
        if (kind == Kind.NONE) {
            return Optional.empty();
        }
        LocalDate due = next(day);
        while (notBefore != null && due.isBefore(notBefore)) {
            due = next(due);
        }
        return Optional.of(due);
    }

    private LocalDate next(LocalDate day) {
        return kind == Kind.YEAR_END
                ? LocalDate.of(day.getYear() + 1, 1, 1)
                : day.withDayOfMonth(1).plusMonths(1);
    }

    /** What was earned before this instant expires on that day. */
    public Instant cutoff(LocalDate due) {
        LocalDate day = kind == Kind.MONTHS ? due.minusMonths(months) : due;
        return day.atStartOfDay(Clocks.ZONE).toInstant();
    }

    /** Whether people are to be told of that day by now. */
    public boolean toAnnounce(LocalDate due, LocalDate today) {
        return !today.isBefore(due.minusDays(noticeDays));
    }

    /** The day on which points expire that are announced today: not before the notice is over. */
    public LocalDate expiresOn(LocalDate due, LocalDate today) {
        LocalDate earliest = today.plusDays(noticeDays);
        return due.isBefore(earliest) ? earliest : due;
    }

    /** Whether both let the same points expire at the same time. */
    public boolean sameAs(ExpiryTerms other) {
        return kind == other.kind && months == other.months && noticeDays == other.noticeDays;
    }
}
