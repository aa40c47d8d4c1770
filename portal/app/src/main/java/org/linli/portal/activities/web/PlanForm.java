package org.linli.portal.activities.web;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.activities.Plan;
import org.linli.portal.activities.PlanInput;
import org.linli.portal.activities.Series;
import org.linli.portal.activities.domain.Recurrence;
import org.linli.portal.platform.time.Clocks;

/** The fields of a plan as they are typed. */
public class PlanForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int USUAL_MINUTES = 60;

    private @Nullable String kind;
    private @Nullable String title;
    private @Nullable String place;
    private @Nullable Long unitId;
    private @Nullable Long teamId;
    private @Nullable LocalDateTime startsAt;
    private @Nullable Integer minutes = USUAL_MINUTES;
    private @Nullable Integer capacity;
    private String repeats = "";
    private @Nullable Integer every = 1;
    private List<String> weekdays = new ArrayList<>();
    private @Nullable LocalDate until;

    /** Filled with what is planned. */
    static PlanForm of(Plan plan) {
        PlanForm form = new PlanForm();
        form.kind = plan.kind();
        form.title = plan.title();
        form.place = plan.place();
        form.unitId = plan.unitId();
        form.teamId = plan.teamId();
        form.startsAt = LocalDateTime.ofInstant(plan.startsAt(), Clocks.ZONE);
        form.minutes = Math.toIntExact(plan.length().toMinutes());
        form.capacity = plan.capacity();
        return form;
    }

    /** Filled with what is planned and how it repeats. */
    static PlanForm of(Series series) {
        PlanForm form = of(series.plan());
        Recurrence recurrence = series.recurrence();
        if (recurrence != null) {
            form.repeats = recurrence.unit().name();
            form.every = recurrence.every();
            form.weekdays = new ArrayList<>(
                    recurrence.weekdays().stream().map(String::valueOf).toList());
            Instant last = recurrence.until();
            form.until = last == null ? null : LocalDate.ofInstant(last, Clocks.ZONE);
        }
        return form;
    }

    PlanInput input() {
        Instant start = startsAt == null ? null : startsAt.atZone(Clocks.ZONE).toInstant();
        return new PlanInput(kind, title, unitId, place, teamId, start, minutes, capacity);
    }

    /** How it repeats; null for one date. */
    @Nullable
    Recurrence recurrence() {
        if (repeats.isEmpty()) {
            return null;
        }
        Recurrence.Unit unit = Recurrence.Unit.valueOf(repeats);
        return new Recurrence(
                every == null ? 1 : every,
                unit,
                unit == Recurrence.Unit.WEEK
                        ? weekdays.stream().map(Integer::valueOf).toList()
                        : List.of(),
                until == null
                        ? null
                        : until.plusDays(1)
                                .atStartOfDay(Clocks.ZONE)
                                .toInstant()
                                .minusMillis(1));
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable String getPlace() {
        return place;
    }

    public void setPlace(@Nullable String place) {
        this.place = place;
    }

    public @Nullable Long getUnitId() {
        return unitId;
    }

    public void setUnitId(@Nullable Long unitId) {
        this.unitId = unitId;
    }

    public @Nullable Long getTeamId() {
        return teamId;
    }

    public void setTeamId(@Nullable Long teamId) {
        this.teamId = teamId;
    }

    public @Nullable LocalDateTime getStartsAt() {
        return startsAt;
    }

    public void setStartsAt(@Nullable LocalDateTime startsAt) {
        this.startsAt = startsAt;
    }

    public @Nullable Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(@Nullable Integer minutes) {
        this.minutes = minutes;
    }

    public @Nullable Integer getCapacity() {
        return capacity;
    }

    public void setCapacity(@Nullable Integer capacity) {
        this.capacity = capacity;
    }

    public String getRepeats() {
        return repeats;
    }

    public void setRepeats(@Nullable String repeats) {
        this.repeats = repeats == null ? "" : repeats;
    }

    public @Nullable Integer getEvery() {
        return every;
    }

    public void setEvery(@Nullable Integer every) {
        this.every = every;
    }

    public List<String> getWeekdays() {
        return weekdays;
    }

    public void setWeekdays(List<String> weekdays) {
        this.weekdays = weekdays;
    }

    public @Nullable LocalDate getUntil() {
        return until;
    }

    public void setUntil(@Nullable LocalDate until) {
        this.until = until;
    }
}
