package org.linli.portal.orders.web;

import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.time.Clocks;

/** When help is wanted, in the choices of the page (a day, a part of it) and as the window that an order carries. */
public class WantedTime implements Serializable {
    /** Value of the choice that opens the calendar. */
    static final String OTHER = "other";

    private static final long serialVersionUID = 1L;
    private static final int DAYS_OFFERED = 4;
    private static final LocalTime FIRST_EXACT = LocalTime.of(7, 0);
    private static final LocalTime LAST_EXACT = LocalTime.of(21, 0);
    private static final int EXACT_STEP_MINUTES = 30;

    private final Clock clock;
    private String day;
    private @Nullable LocalDate otherDay;
    private PartOfDay part = PartOfDay.MORNING;
    /** As {@code 09:30}. */
    private @Nullable String exact;

    /** The next part of a day that is still to come is chosen at first. */
    public WantedTime(Clock clock) {
        this.clock = clock;
        this.day = today().toString();
        if (getParts().stream().allMatch(open -> open == PartOfDay.EXACT)) {
            this.day = today().plusDays(1).toString();
        }
        this.part = getParts().get(0);
    }

    /** The next days. */
    public List<LocalDate> getDays() {
        return Stream.iterate(today(), date -> date.plusDays(1))
                .limit(DAYS_OFFERED)
                .toList();
    }

    /** Parts of the chosen day that have not passed; a morning that began two hours ago is still one. */
    public List<PartOfDay> getParts() {
        return Arrays.stream(PartOfDay.values()).filter(this::isStillToCome).toList();
    }

    /** Half hours of the chosen day that have not passed. */
    public List<String> getExactTimes() {
        return Stream.iterate(FIRST_EXACT, time -> !time.isAfter(LAST_EXACT), t -> t.plusMinutes(EXACT_STEP_MINUTES))
                .filter(time -> date().atTime(time).atZone(Clocks.ZONE).isAfter(now()))
                .map(LocalTime::toString)
                .toList();
    }

    /** Keeps the choice of the part sensible after another day was chosen. */
    public void settle() {
        List<PartOfDay> open = getParts();
        if (!open.isEmpty() && !open.contains(part)) {
            part = open.get(0);
        }
        List<String> times = getExactTimes();
        if (exact == null || !times.contains(exact)) {
            exact = times.isEmpty() ? null : times.get(0);
        }
    }

    /** Earliest start. */
    public Instant from() {
        ZonedDateTime begin =
                date().atTime(isExactly() ? exactTime() : part.from()).atZone(Clocks.ZONE);
        return begin.isBefore(now()) ? now().toInstant() : begin.toInstant();
    }

    /**
     * Latest end.
     *
     * @param expectedMinutes how long the service takes; after an exact start it has half an hour more
     */
    public Instant to(int expectedMinutes) {
        if (isExactly()) {
            return date().atTime(exactTime())
                    .atZone(Clocks.ZONE)
                    .plusMinutes(expectedMinutes + EXACT_STEP_MINUTES)
                    .toInstant();
        }
        Instant end = date().atTime(part.to()).atZone(Clocks.ZONE).toInstant();
        Instant atLeast = from().plusSeconds(expectedMinutes * 60L);
        return end.isBefore(atLeast) ? atLeast : end;
    }

    public LocalDate date() {
        if (isOther()) {
            return otherDay == null ? today().plusDays(DAYS_OFFERED) : otherDay;
        }
        return LocalDate.parse(day);
    }

    /** The calendar was opened and no day chosen. */
    public boolean isDayMissing() {
        return isOther() && otherDay == null;
    }

    public boolean isOther() {
        return OTHER.equals(day);
    }

    public boolean isExactly() {
        return part == PartOfDay.EXACT;
    }

    public LocalDate getToday() {
        return today();
    }

    private LocalTime exactTime() {
        return exact == null ? FIRST_EXACT : LocalTime.parse(exact);
    }

    private boolean isStillToCome(PartOfDay candidate) {
        LocalTime end =
                candidate == PartOfDay.EXACT ? LAST_EXACT : candidate.to().minusHours(1);
        return date().atTime(end).atZone(Clocks.ZONE).isAfter(now());
    }

    private LocalDate today() {
        return now().toLocalDate();
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(Clocks.ZONE);
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day;
    }

    public @Nullable LocalDate getOtherDay() {
        return otherDay;
    }

    public void setOtherDay(@Nullable LocalDate otherDay) {
        this.otherDay = otherDay;
    }

    public PartOfDay getPart() {
        return part;
    }

    public void setPart(PartOfDay part) {
        this.part = part;
    }

    public @Nullable String getExact() {
        return exact;
    }

    public void setExact(@Nullable String exact) {
        this.exact = exact;
    }
}
