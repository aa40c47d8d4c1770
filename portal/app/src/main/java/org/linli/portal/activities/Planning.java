package org.linli.portal.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.activities.domain.Roster;
import org.linli.portal.activities.persistence.Activities;
import org.linli.portal.activities.persistence.SeriesRows;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.time.Clocks;

/** Makes dates out of series and brings them into line when the plan changes. Knows no callers and no rights. */
@ApplicationScoped
class Planning {
    private final Activities activities;
    private final SeriesRows series;
    private final Settling settling;
    private final ActivityNotices notices;

    @Inject
    Planning(Activities activities, SeriesRows series, Settling settling, ActivityNotices notices) {
        this.activities = activities;
        this.series = series;
        this.settling = settling;
        this.notices = notices;
    }

    /** Begins a series: its first dates are there at once. Those assigned are told of the first alone. */
    void begin(Series plan, Instant from, Act act) {
        series.insert(plan);
        List<Activity> made = make(plan, plan.dates(from, horizon(plan, act.at())), act);
        made.stream().findFirst().ifPresent(first -> notices.assigned(plan.assigned(), first, act));
    }

    /** Makes what dates are missing up to the horizon; the unique key of series and instant makes two nodes harmless. */
    void extend(Series plan, Act act) {
        Instant horizon = horizon(plan, act.at());
        if (series.planned(plan, horizon)) {
            make(plan, plan.dates(later(plan.plannedUntil(), act.at()), horizon), act);
        }
    }

    /**
     * The plan is another: dates that have not begun follow it, those over stay. A date of the same day is changed and
     * keeps its people; others are cancelled, or removed when nobody was on them.
     */
    void replan(Series before, Series after, Act act) {
        series.change(after);
        Map<LocalDate, Activity> present = new LinkedHashMap<>();
        for (Activity date : activities.ahead(before.id(), act.at())) {
            present.put(day(date.plan().startsAt()), date);
        }
        Set<LocalDate> taken = new HashSet<>();
        for (Activity cancelled : activities.cancelled(before.id(), act.at())) {
            if (before.endedAt() == null) {
                taken.add(day(cancelled.plan().startsAt()));
            } else { // the plan begins again: what ended with it does not stand in its way
                activities.remove(cancelled.id());
            }
        }
        boolean reassigned = !Set.copyOf(before.assigned()).equals(Set.copyOf(after.assigned()));
        List<Instant> missing = new ArrayList<>();
        for (Instant start : after.dates(act.at(), horizon(after, act.at()))) {
            Optional<Activity> match = match(present, start, after);
            if (match.isPresent()) {
                present.values().remove(match.get());
                move(match.get(), after, start, act);
                if (reassigned) {
                    settling.assign(match.get().id(), after.assigned(), act);
                }
            } else if (!taken.contains(day(start))) {
                missing.add(start);
            }
        }
        present.values().forEach(date -> settling.drop(date, act));
        List<Activity> made = make(after, missing, act);
        if (before.endedAt() != null) {
            made.stream().findFirst().ifPresent(first -> notices.assigned(after.assigned(), first, act));
        }
    }

    /** Whether it ended, or had before: what has not begun is cancelled. */
    boolean end(Series plan, String reason, Act act) {
        if (!series.end(plan.id())) {
            return false;
        }
        activities.ahead(plan.id(), act.at()).forEach(date -> settling.cancel(date.id(), reason, act));
        return true;
    }

    private void move(Activity date, Series after, Instant start, Act act) {
        Plan plan = after.plan().at(start);
        Plan wanted = plan.with(roomy(plan.capacity(), date));
        if (!wanted.equals(date.plan()) || !after.data().equals(date.data())) {
            settling.change(date.id(), wanted, after.data(), act);
        }
    }

    /** Nobody loses a place by a new plan. */
    private static @Nullable Integer roomy(@Nullable Integer capacity, Activity date) {
        return capacity == null
                ? null
                : (Integer) Math.max(capacity, date.counts().signedUp());
    }

    private static Optional<Activity> match(Map<LocalDate, Activity> present, Instant start, Series after) {
        if (after.recurrence() == null) {
            return present.values().stream().findFirst();
        }
        return Optional.ofNullable(present.get(day(start)));
    }

    private List<Activity> make(Series plan, List<Instant> starts, Act act) {
        List<Activity> made = new ArrayList<>();
        for (Instant start : starts) {
            long id = Ids.next();
            if (activities.insert(new Activities.New(
                    id,
                    plan.id(),
                    plan.communityId(),
                    plan.brandId(),
                    plan.plan().at(start),
                    plan.data()))) {
                Activity date = activities.find(id).orElseThrow();
                if (!plan.assigned().isEmpty()) {
                    Roster roster = activities.roster(date);
                    roster.assign(plan.assigned(), act.at());
                    activities.save(date, roster);
                }
                made.add(date);
            }
        }
        return made;
    }

    /** A single date is made however far away it is. */
    static Instant horizon(Series plan, Instant now) {
        Instant ahead = now.plus(Series.AHEAD);
        return plan.recurrence() == null ? later(ahead, plan.plan().startsAt().plusMillis(1)) : ahead;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Clocks.ZONE);
    }

    static boolean sameTimeAndPlace(Plan one, Plan other) {
        return one.startsAt().equals(other.startsAt())
                && one.endsAt().equals(other.endsAt())
                && one.unitId() == other.unitId()
                && Objects.equals(one.place(), other.place());
    }
}
