package org.linli.portal.activities.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.portal.activities.Activity;
import org.linli.portal.activities.ActivityQueries;
import org.linli.portal.activities.Agenda;
import org.linli.portal.activities.PersonState;
import org.linli.portal.platform.i18n.Show;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.time.Clocks;

/** 社区活动: four weeks of dates by day, to look through forwards and backwards. */
@Named("calendarView")
@RequestScoped
public class CalendarView {
    private static final int DAYS = 28;
    private static final int MOST = 100;
    private static final int YEARS = 5;

    private final ActivityQueries queries;
    private final ActivityWords words;
    private final Show show;
    private @Nullable String from;
    private @Nullable String kind;
    private boolean mine;
    private @Nullable String cursor;
    private LocalDate start = LocalDate.EPOCH;
    private Page<Activity> page = new Page<>(List.of(), null);
    private Map<Long, PersonState> states = Map.of();
    private Map<String, String> kinds = Map.of();

    @Inject
    public CalendarView(ActivityQueries queries, ActivityWords words, Show show) {
        this.queries = queries;
        this.words = words;
        this.show = show;
    }

    /** Dates of one day. */
    public record Day(String title, List<Activity> dates) {}

    /** A filter to choose. */
    public record Choice(String label, String href, boolean current) {}

    /** Reads what the page shows. */
    public void load() {
        start = day();
        Instant first = start.atStartOfDay(Clocks.ZONE).toInstant();
        Instant last = start.plusDays(DAYS).atStartOfDay(Clocks.ZONE).toInstant();
        Agenda all = new Agenda(null, first, last, null, false);
        page = queries.agenda(new Agenda(null, first, last, blankToNull(kind), mine), Agenda.Cursor.of(cursor), MOST);
        states = queries.mine(page.items().stream().map(Activity::id).toList());
        kinds = new TreeMap<>();
        queries.agenda(all, Agenda.Cursor.START, MOST)
                .items()
                .forEach(activity -> kinds.put(activity.plan().kind(), words.kind(activity)));
        if (kind != null && !kind.isBlank()) {
            kinds.putIfAbsent(kind, words.kind(null, kind));
        }
    }

    public List<Day> getDays() {
        Map<String, List<Activity>> days = new LinkedHashMap<>();
        page.items().forEach(activity -> days.computeIfAbsent(words.dayTitle(activity), day -> new ArrayList<>())
                .add(activity));
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }

    /** All, mine, and the kinds that there are. */
    public List<Choice> getChoices() {
        List<Choice> choices = new ArrayList<>();
        boolean any = kind == null || kind.isBlank();
        choices.add(new Choice("activities.page.all", href(start, null, false), any && !mine));
        choices.add(new Choice("activities.page.mine", href(start, null, true), mine));
        return choices;
    }

    /** Kinds to choose, by their names. */
    public List<Choice> getKindChoices() {
        return kinds.entrySet().stream()
                .map(one -> new Choice(
                        one.getValue(),
                        href(start, one.getKey(), false),
                        one.getKey().equals(kind)))
                .toList();
    }

    /** How the viewer stands to it; null when they never were on its list. */
    public @Nullable PersonState state(Activity activity) {
        return states.get(activity.id());
    }

    /** First and last day that are shown. */
    public String getSpan() {
        return show.date(start) + " – " + show.date(start.plusDays(DAYS - 1L));
    }

    public String getEarlierHref() {
        return href(start.minusDays(DAYS), kind, mine);
    }

    public String getLaterHref() {
        return href(start.plusDays(DAYS), kind, mine);
    }

    /** Address of the dates that follow within these weeks, empty at the end. */
    public String getNextHref() {
        String next = page.nextCursor();
        return next == null ? "" : href(start, kind, mine) + "&cursor=" + next;
    }

    public int getShown() {
        return page.items().size();
    }

    private static String href(LocalDate day, @Nullable String kind, boolean mine) {
        String filter =
                kind == null || kind.isBlank() ? "" : "&kind=" + URLEncoder.encode(kind, StandardCharsets.UTF_8);
        return "activities.xhtml?from=" + day + filter + (mine ? "&mine=true" : "");
    }

    /** Today, unless another day near enough is asked for. */
    private LocalDate day() {
        LocalDate today = LocalDate.ofInstant(queries.now(), Clocks.ZONE);
        try {
            LocalDate asked = from == null || from.isBlank() ? today : LocalDate.parse(from);
            boolean near = asked.isAfter(today.minusYears(YEARS)) && asked.isBefore(today.plusYears(YEARS));
            return near ? asked : today;
        } catch (DateTimeException e) {
            return today;
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public String getMine() {
        return String.valueOf(mine);
    }

    public void setMine(@Nullable String mine) {
        this.mine = "true".equals(mine);
    }

    public @Nullable String getCursor() {
        return cursor;
    }

    public void setCursor(@Nullable String cursor) {
        this.cursor = cursor;
    }
}
