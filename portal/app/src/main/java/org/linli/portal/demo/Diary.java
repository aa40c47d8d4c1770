package org.linli.portal.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.portal.demo.People.Free;
import org.linli.portal.demo.People.Volunteer;

/** When volunteers are busy: nobody serves two people at once, or outside of their free hours. */
final class Diary {
    /** Minutes of a slot that are left for being late. */
    private static final int SLACK = 40;

    private static final int DAYS_AHEAD = 12;
    private static final int STEP = 30;
    /** How much longer than usual a service takes at most. */
    static final double LONGEST = 1.3;

    private final Chance chance = new Chance("diary");
    private final Map<Long, List<Slot>> taken = new HashMap<>();

    /** When the resident wants the service. */
    record Slot(Instant from, Instant to) {
        boolean meets(Slot other) {
            return from.isBefore(other.to) && other.from.isBefore(to);
        }
    }

    /**
     * A time at which the volunteer could come, some days after the instant.
     *
     * @param minutes how long the service usually takes
     * @return null when the volunteer has no time in the next days
     */
    @Nullable
    Slot find(Volunteer volunteer, Instant after, int minutes) {
        return find(volunteer, after, minutes, 0.4);
    }

    /** The first free time after the instant. */
    @Nullable
    Slot findSoon(Volunteer volunteer, Instant after, int minutes) {
        return find(volunteer, after, minutes, 0);
    }

    /** Whether the time lies in the volunteer's free hours and nothing else does. */
    boolean canCome(Volunteer volunteer, Slot slot) {
        var from = slot.from().atZone(Period.ZONE);
        int minute = from.getHour() * 60 + from.getMinute();
        long last = minute + Duration.between(slot.from(), slot.to()).toMinutes();
        boolean free = volunteer.free().stream()
                .anyMatch(hours -> hours.weekday() == from.getDayOfWeek().getValue()
                        && hours.fromMinute() <= minute
                        && last <= hours.toMinute());
        return free && isFree(volunteer, slot);
    }

    /** A time that somebody else has chosen. */
    void note(Volunteer volunteer, Slot slot) {
        taken.computeIfAbsent(volunteer.id(), id -> new ArrayList<>()).add(slot);
    }

    boolean isFree(Volunteer volunteer, Slot slot) {
        return taken.getOrDefault(volunteer.id(), List.of()).stream().noneMatch(slot::meets);
    }

    private @Nullable Slot find(Volunteer volunteer, Instant after, int minutes, double later) {
        int needed = ((int) (minutes * LONGEST) + SLACK + STEP - 1) / STEP * STEP;
        LocalDate first = LocalDate.ofInstant(after, Period.ZONE);
        for (int day = 0; day < DAYS_AHEAD; day++) {
            if (chance.happens(later)) {
                continue;
            }
            LocalDate date = first.plusDays(day);
            for (Free free : volunteer.free()) {
                if (free.weekday() == date.getDayOfWeek().getValue()) {
                    Slot slot = place(volunteer, date, free, new Slot(after, after.plus(Duration.ofMinutes(needed))));
                    if (slot != null) {
                        return slot;
                    }
                }
            }
        }
        return null;
    }

    /** The wished length somewhere in the free hours of that day, half an hour after the wished start or later. */
    private @Nullable Slot place(Volunteer volunteer, LocalDate date, Free free, Slot wish) {
        Duration length = Duration.between(wish.from(), wish.to());
        int last = free.toMinute() - (int) length.toMinutes();
        List<Slot> possible = new ArrayList<>();
        for (int minute = free.fromMinute(); minute <= last; minute += STEP) {
            Instant from = Period.at(date, minute);
            Slot slot = new Slot(from, from.plus(length));
            if (from.isAfter(wish.from().plus(Duration.ofMinutes(STEP))) && isFree(volunteer, slot)) {
                possible.add(slot);
            }
        }
        return possible.isEmpty() ? null : chance.oneOf(possible);
    }
}
