package org.linli.brands.firepatrol;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.linli.plugin.Context;

/** Days and hours as people read and type them. */
final class Times {
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);
    private final Context context;

    Times(Context context) {
        this.context = context;
    }

    /** Day, weekday and time. */
    String full(Instant at) {
        boolean chinese = context.locale().getLanguage().equals("zh");
        String pattern = chinese ? "M月d日 E HH:mm" : "d MMM, E HH:mm";
        return DateTimeFormatter.ofPattern(pattern, context.locale()).format(local(at));
    }

    /** A day without its weekday. */
    String day(LocalDate day) {
        boolean chinese = context.locale().getLanguage().equals("zh");
        return DateTimeFormatter.ofPattern(chinese ? "M月d日" : "d MMM", context.locale())
                .format(day);
    }

    /** As a date and time field shows it. */
    String field(Instant at) {
        return TYPED.format(local(at));
    }

    Optional<Instant> typed(String text) {
        try {
            return Optional.of(
                    LocalDateTime.parse(text, TYPED).atZone(context.zone()).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The end of a day that was typed as yyyy-MM-dd. */
    Optional<Instant> endOf(String day) {
        try {
            return Optional.of(LocalDate.parse(day)
                    .plusDays(1)
                    .atStartOfDay(context.zone())
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    ZonedDateTime local(Instant at) {
        return at.atZone(context.zone());
    }

    LocalDate today() {
        return local(context.now()).toLocalDate();
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(context.zone()).toInstant();
    }

    YearMonth month() {
        return YearMonth.from(today());
    }

    Instant startOf(YearMonth month) {
        return startOf(month.atDay(1));
    }
}
