package org.linli.portal.activities.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.activities.Activity;
import org.linli.portal.activities.ActivityQueries;
import org.linli.portal.activities.ActivityStatus;
import org.linli.portal.activities.Kinds;
import org.linli.portal.activities.PersonState;
import org.linli.portal.activities.Series;
import org.linli.portal.activities.domain.Recurrence;
import org.linli.portal.brands.Brands;
import org.linli.portal.community.OrgTree;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.i18n.Show;
import org.linli.portal.platform.i18n.Texts;
import org.linli.portal.platform.time.Clocks;

/** How activities are called in the reader's language. */
@Named("activityWords")
@RequestScoped
public class ActivityWords {
    private final ActivityQueries queries;
    private final OrgTree tree;
    private final Brands brands;
    private final Texts texts;
    private final Show show;
    private final Language language;

    @Inject
    public ActivityWords(
            ActivityQueries queries, OrgTree tree, Brands brands, Texts texts, Show show, Language language) {
        this.queries = queries;
        this.tree = tree;
        this.brands = brands;
        this.texts = texts;
        this.show = show;
        this.language = language;
    }

    /** Name of its kind; of a brand's kind as the brand calls it. */
    public String kind(Activity activity) {
        return kind(activity.brandId(), activity.plan().kind());
    }

    /** Name of a kind. */
    public String kind(@Nullable String brandId, String kind) {
        if (brandId == null) {
            return texts.get("activities.kind." + kind);
        }
        return brands.release(brandId)
                .flatMap(descriptor -> descriptor.activity(kind))
                .map(declared -> brands.text(brandId, language.locale(), declared.name()))
                .orElse(kind);
    }

    public String icon(Activity activity) {
        return activity.brandId() == null ? Kinds.icon(activity.plan().kind()) : "flag";
    }

    public String seriesIcon(Series series) {
        return Kinds.icon(series.plan().kind());
    }

    /** {@code 明天 07:00–08:00}. */
    public String when(Activity activity) {
        return show.day(activity.plan().startsAt()) + "–"
                + show.time(activity.plan().endsAt());
    }

    /** {@code 07:00–08:00 · 小区广场}: where the day stands above. */
    public String line(Activity activity) {
        String hours = show.time(activity.plan().startsAt()) + "–"
                + show.time(activity.plan().endsAt());
        String where = where(activity);
        return where.isEmpty() ? hours : hours + " · " + where;
    }

    /** The place in words; the unit's name where it is not the whole community. */
    public String where(Activity activity) {
        String place = activity.plan().place();
        long unit = activity.plan().unitId();
        String name = unit == activity.communityId() && !place.isEmpty()
                ? ""
                : tree.find(unit).map(found -> found.name()).orElse("");
        return place.isEmpty() ? name : name.isEmpty() ? place : name + " · " + place;
    }

    /** What there is room for; once it has begun, how many signed up. */
    public String seats(Activity activity) {
        if (!activity.plan().isOpen()) {
            return texts.get("activities.seats.closed");
        }
        if (!activity.isAhead(queries.now())) {
            return texts.of("activities.seats.begun", activity.counts().signedUp());
        }
        Integer free = activity.free();
        int signedUp = activity.counts().signedUp();
        if (free == null) {
            return texts.of("activities.seats.unbounded", signedUp);
        }
        return free > 0
                ? texts.of("activities.seats.free", free)
                : texts.of("activities.seats.full", activity.counts().waiting());
    }

    /** What the badge says: how the reader stands to it, else its status, else nothing. */
    public String badge(Activity activity, @Nullable PersonState mine) {
        if (activity.status() == ActivityStatus.CANCELLED) {
            return texts.get("activities.status.CANCELLED");
        }
        if (mine != null && mine != PersonState.WITHDRAWN) {
            return texts.get("activities.state." + mine);
        }
        if (activity.isPlanned() && !activity.isAhead(queries.now())) {
            boolean over = activity.plan().endsAt().isBefore(queries.now());
            return texts.get(over ? "activities.status.FINISHED" : "activities.running");
        }
        return activity.isPlanned() ? "" : texts.get("activities.status." + activity.status());
    }

    /** Tone of that badge. */
    public String tone(Activity activity, @Nullable PersonState mine) {
        if (activity.status() == ActivityStatus.CANCELLED) {
            return "danger";
        }
        if (mine == PersonState.WAITING) {
            return "warning";
        }
        return mine != null && mine != PersonState.WITHDRAWN && mine != PersonState.ABSENT ? "success" : "neutral";
    }

    /** How a series repeats: {@code 每周 周二、周四 07:00}. */
    public String repeats(Series series) {
        Recurrence recurrence = series.recurrence();
        if (recurrence == null) {
            return show.dateTime(series.plan().startsAt());
        }
        String time = show.time(series.plan().startsAt());
        String every = texts.of("activities.every." + recurrence.unit(), recurrence.every());
        StringBuilder days = new StringBuilder();
        for (int day : weekdays(series, recurrence)) {
            days.append(days.isEmpty() ? "" : language.isChinese() ? "、" : ", ")
                    .append(texts.get("activities.weekday." + day));
        }
        return (every + " " + days + (days.isEmpty() ? "" : " ") + time).strip();
    }

    private static List<Integer> weekdays(Series series, Recurrence recurrence) {
        boolean ofTheFirst = recurrence.unit() == Recurrence.Unit.WEEK
                && recurrence.weekdays().isEmpty();
        return ofTheFirst
                ? List.of(series.plan()
                        .startsAt()
                        .atZone(Clocks.ZONE)
                        .getDayOfWeek()
                        .getValue())
                : recurrence.weekdays();
    }

    /** {@code 11月24日 周二}. */
    public String dayTitle(Activity activity) {
        Instant start = activity.plan().startsAt();
        String weekday = texts.get(
                "activities.weekday." + start.atZone(Clocks.ZONE).getDayOfWeek().getValue());
        return language.isChinese() ? show.date(start) + " " + weekday : weekday + " " + show.date(start);
    }
}
