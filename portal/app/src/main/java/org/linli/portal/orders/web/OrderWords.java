package org.linli.portal.orders.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.dispatch.Reason;
import org.linli.portal.orders.OrderSummary;
import org.linli.portal.orders.TimelineLine;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.i18n.Show;
import org.linli.portal.platform.i18n.Texts;
import org.linli.portal.platform.time.Clocks;

/** How the pages of the order flow put an order into words, in the reader's language. */
@Named("orderWords")
@RequestScoped
public class OrderWords {
    private static final int MINUTES_OF_AN_HOUR = 60;
    private static final int MINUTES_OF_A_DAY = 1440;
    private static final int SAME_BEGINNING = 4;

    private final Texts texts;
    private final Show show;
    private final Language language;

    @Inject
    public OrderWords(Texts texts, Show show, Language language) {
        this.texts = texts;
        this.show = show;
        this.language = language;
    }

    /** A text of the order pages: the key without {@code orders.page.}. */
    public String say(String key, Object... arguments) {
        return texts.of("orders.page." + key, arguments);
    }

    /** The service in the reader's language. */
    public String item(OrderSummary.Item item) {
        return name(item.name(), item.nameEn());
    }

    /** The name in the reader's language; Chinese when there is no English one. */
    public String name(String chinese, @Nullable String english) {
        return language.isChinese() || english == null || english.isBlank() ? chinese : english;
    }

    /** {@code 明天 21:00}. */
    public String day(Instant when) {
        return show.day(when);
    }

    /** {@code 今天 08:00–12:00}; both days when they differ. */
    public String window(Instant from, Instant to) {
        LocalDate first = from.atZone(Clocks.ZONE).toLocalDate();
        boolean sameDay = first.equals(to.atZone(Clocks.ZONE).toLocalDate());
        return show.day(from) + "–" + (sameDay ? show.time(to) : show.day(to));
    }

    /** The window in which the order is wanted. */
    public String window(OrderSummary order) {
        return window(order.wantedFrom(), order.wantedTo());
    }

    /** Where exactly; the unit is left out when the address begins as it does. */
    public String place(String unit, @Nullable String address) {
        if (address == null || address.isBlank()) {
            return unit;
        }
        boolean same = unit.length() >= SAME_BEGINNING && address.startsWith(unit.substring(0, SAME_BEGINNING));
        return same ? address : unit + " " + address;
    }

    /** {@code 约 45 分钟，约得 9 积分}: what a volunteer wants to know. */
    public String takes(OrderSummary.Item item) {
        long points = item.pointsRate() * item.expectedMinutes() / MINUTES_OF_AN_HOUR;
        return say(
                "tasks.minutes",
                say("order.about", show.minutes(item.expectedMinutes())),
                say("tasks.earn", show.amount(points)));
    }

    /** {@code 约 45 分钟 · 每小时 12 积分}. */
    public String rate(int expectedMinutes, long pointsRate) {
        return say("order.about", show.minutes(expectedMinutes)) + " · " + say("rate", show.amount(pointsRate));
    }

    /** Whole days as days, anything else in hours and minutes. */
    public String days(int minutes) {
        return minutes % MINUTES_OF_A_DAY == 0 ? say("days", minutes / MINUTES_OF_A_DAY) : show.minutes(minutes);
    }

    /** Why a volunteer was chosen. */
    public String reason(Reason reason) {
        return texts.of(reason.textKey(), reason.arguments().toArray());
    }

    /** Why something happened to an order. */
    public String why(TimelineLine line) {
        return line.why(texts);
    }

    /** What speaks for a volunteer, or against. */
    public List<String> reasons(List<Reason> reasons, boolean against) {
        return reasons.stream()
                .filter(reason -> reason.against() == against)
                .map(this::reason)
                .toList();
    }

    /** Service, resident and place in a line; what the reader may not know is left out. */
    public String line(OrderSummary order) {
        return order.principalName().isEmpty() ? order.unitName() : order.principalName() + " · " + order.unitName();
    }
}
