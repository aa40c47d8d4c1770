package org.linli.portal.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.time.Clocks;

/**
 * Days in Asia/Shanghai, both included.
 *
 * @param from first day
 * @param to last day
 */
public record Period(LocalDate from, LocalDate to) {
    private static final int USUAL_DAYS = 90;
    private static final int MAX_YEARS = 10;

    /**
     * From query parameters; without any the last ninety days.
     *
     * @throws DomainException 400 for what is no date, a period that ends before it begins or is longer than ten years
     */
    public static Period of(@Nullable String from, @Nullable String to, LocalDate today) {
        LocalDate last = to == null || to.isBlank() ? today : date(to, "to");
        LocalDate first = from == null || from.isBlank() ? last.minusDays(USUAL_DAYS - 1L) : date(from, "from");
        if (first.isAfter(last) || first.plusYears(MAX_YEARS).isBefore(last)) {
            throw DomainException.invalidField("from", "reports.bad-period", MAX_YEARS);
        }
        return new Period(first, last);
    }

    /** From the first day of its first month to the last day of its last. */
    Period wholeMonths() {
        return new Period(from.withDayOfMonth(1), to.withDayOfMonth(to.lengthOfMonth()));
    }

    /** Its first instant. */
    public Instant start() {
        return from.atStartOfDay(Clocks.ZONE).toInstant();
    }

    /** The first instant after it. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(Clocks.ZONE).toInstant();
    }

    private static LocalDate date(String text, String field) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() < 2000 || date.getYear() > 2999) {
                throw DomainException.invalidField(field, "reports.no-date");
            }
            return date;
        } catch (DateTimeParseException e) {
            throw DomainException.invalidField(field, "reports.no-date");
        }
    }
}
