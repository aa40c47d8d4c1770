package org.linli.portal.platform.i18n;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.time.Clocks;

/**
 * How values are written for the reader, in Asia/Shanghai and in the language of the request. In pages: {@code
 * #{show.dateTime(order.placedAt())}}. An absent value is written as nothing.
 */
@Named("show")
@RequestScoped
public class Show {

    private static final ZoneId ZONE = Clocks.ZONE;

    private final Language language;
    private final Messages messages;
    private final Clock clock;

    @Inject
    public Show(Language language, Messages messages, Clock clock) {
        this.language = language;
        this.messages = messages;
        this.clock = clock;
    }

    /** {@code 11月22日 14:30} / {@code 22 Nov, 14:30}; the year is added when it is not this year. */
    public String dateTime(@Nullable TemporalAccessor when) {
        ZonedDateTime at = zoned(when);
        return at == null ? "" : date(at) + (language.isChinese() ? " " : ", ") + time(at);
    }

    /** {@code 11月22日} / {@code 22 Nov}; the year is added when it is not this year. */
    public String date(@Nullable TemporalAccessor when) {
        ZonedDateTime at = zoned(when);
        if (at == null) {
            return "";
        }
        boolean thisYear = at.getYear() == today().getYear();
        return thisYear ? written(at, "M月d日", "d MMM") : written(at, "yyyy年M月d日", "d MMM yyyy");
    }

    /** {@code 14:30}, always on a 24-hour clock. */
    public String time(@Nullable TemporalAccessor when) {
        ZonedDateTime at = zoned(when);
        return at == null ? "" : written(at, "HH:mm", "HH:mm");
    }

    /** {@code 今天 14:30}, {@code 明天 09:00}, {@code 周六 09:00} within six days ahead, else date and time. */
    public String day(@Nullable TemporalAccessor when) {
        ZonedDateTime at = zoned(when);
        if (at == null) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(today(), at.toLocalDate());
        if (Math.abs(days) <= 1) {
            return text("platform.show." + (days == 0 ? "today" : days > 0 ? "tomorrow" : "yesterday")) + " "
                    + time(at);
        }
        return days > 1 && days < 7 ? written(at, "EEE HH:mm", "EEE HH:mm") : dateTime(at);
    }

    /** How long ago: {@code 刚刚}, {@code 5 分钟前}, {@code 3 小时前}, else as {@link #day}. A future instant is shown as a day. */
    public String ago(@Nullable TemporalAccessor when) {
        ZonedDateTime at = zoned(when);
        if (at == null) {
            return "";
        }
        long minutes = ChronoUnit.MINUTES.between(at, clock.instant().atZone(ZONE));
        if (minutes < 0 || minutes >= 24 * 60) {
            return day(at);
        }
        if (minutes < 1) {
            return text("platform.show.justNow");
        }
        return minutes < 60 ? text("platform.show.minutesAgo", minutes) : text("platform.show.hoursAgo", minutes / 60);
    }

    /** Whole minutes as {@code 1 小时 30 分} / {@code 1 h 30 min}. */
    public String minutes(@Nullable Number minutes) {
        if (minutes == null) {
            return "";
        }
        if (minutes.longValue() < 0) {
            return "−" + minutes(-minutes.longValue());
        }
        long hours = minutes.longValue() / 60;
        long rest = minutes.longValue() % 60;
        if (hours == 0) {
            return text("platform.show.minutes", rest);
        }
        return rest == 0
                ? text("platform.show.hours", hours)
                : text("platform.show.hours", hours) + " " + text("platform.show.minutesRest", rest);
    }

    /** Hundredths of a point with the unit: {@code 12.5 积分} / {@code 12.5 pts} for 1250. */
    public String points(@Nullable Number hundredths) {
        return hundredths == null ? "" : text("platform.show.points", amount(hundredths));
    }

    /** Hundredths of a point as a bare number: {@code 12.5} for 1250. */
    public String amount(@Nullable Number hundredths) {
        if (hundredths == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(2);
        return format.format(BigDecimal.valueOf(hundredths.longValue(), 2)).replace('-', '−');
    }

    /** A whole number, grouped: {@code 12,480}. */
    public String number(@Nullable Number number) {
        return number == null
                ? ""
                : NumberFormat.getIntegerInstance(language.locale()).format(number.longValue());
    }

    /** A share from 0 to 1 as {@code 87%}. */
    public String percent(@Nullable Number share) {
        return share == null
                ? ""
                : NumberFormat.getPercentInstance(language.locale()).format(share.doubleValue());
    }

    private String text(String key, Object... args) {
        return messages.text(language.locale(), key, args);
    }

    private LocalDate today() {
        return clock.instant().atZone(ZONE).toLocalDate();
    }

    private String written(ZonedDateTime at, String chinese, String english) {
        Locale locale = language.isChinese() ? Language.CHINESE : Locale.UK;
        return DateTimeFormatter.ofPattern(language.isChinese() ? chinese : english, locale)
                .format(at);
    }

    private static @Nullable ZonedDateTime zoned(@Nullable TemporalAccessor when) {
        if (when == null) {
            return null;
        } else if (when instanceof Instant instant) {
            return instant.atZone(ZONE);
        } else if (when instanceof OffsetDateTime offset) {
            return offset.atZoneSameInstant(ZONE);
        } else if (when instanceof LocalDateTime local) {
            return local.atZone(ZONE);
        } else if (when instanceof LocalDate date) {
            return date.atStartOfDay(ZONE);
        } else if (when instanceof LocalTime time) {
            return time.atDate(LocalDate.EPOCH).atZone(ZONE);
        }
        return ZonedDateTime.from(when).withZoneSameInstant(ZONE);
    }
}
