package org.linli.portal.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.linli.portal.platform.time.Clocks;

/**
 * The time that the demo data covers.
 *
 * @param now the present, in whole minutes; nothing of the history lies behind it
 */
record Period(Instant now) {
    static final ZoneId ZONE = Clocks.ZONE;
    private static final int DAYS = 92;
    private static final int SETUP_DAYS = 30;

    static Period until(Instant now) {
        return new Period(now.truncatedTo(ChronoUnit.MINUTES));
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, ZONE);
    }

    /** The first day with orders. */
    LocalDate firstDay() {
        return today().minusDays(DAYS);
    }

    /** When units, catalogue and staff were entered, before the first order. */
    Instant setup() {
        return at(firstDay().minusDays(SETUP_DAYS), 9 * 60);
    }

    boolean isPast(Instant instant) {
        return !instant.isAfter(now);
    }

    /** A minute of a day in local time. */
    static Instant at(LocalDate day, int minuteOfDay) {
        return day.atStartOfDay(ZONE).toInstant().plus(Duration.ofMinutes(minuteOfDay));
    }

    /** The instant itself, or half past eight of the next morning when it falls outside the hours of the centre. */
    static Instant inOfficeHours(Instant instant) {
        var local = instant.atZone(ZONE);
        int minute = local.getHour() * 60 + local.getMinute();
        if (minute < 8 * 60 + 30) {
            return at(local.toLocalDate(), 8 * 60 + 30 + minute % 40);
        }
        return minute < 20 * 60 ? instant : at(local.toLocalDate().plusDays(1), 8 * 60 + 30 + minute % 40);
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Minutes between two instants; a begun one counts. */
    static int begunMinutes(Instant from, Instant to) {
        return (int) ((Duration.between(from, to).toSeconds() + 59) / 60);
    }
}
