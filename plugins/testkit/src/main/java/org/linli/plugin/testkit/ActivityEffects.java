package org.linli.plugin.testkit;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.ActivityView;
import org.linli.plugin.ActivityView.Person;
import org.linli.plugin.Data;
import org.linli.plugin.PointPolicy;
import org.linli.plugin.effect.Effect;

/** Activities in the kit's core; a series is laid out for eight weeks. */
final class ActivityEffects {
    private static final Duration AHEAD = Duration.ofDays(56);
    private static final Duration BACK = Duration.ofDays(31);
    private final KitCommunity community;
    private final CoreState state;
    private final boolean demo;

    ActivityEffects(KitCommunity community, CoreState state, boolean demo) {
        this.community = community;
        this.state = state;
        this.demo = demo;
    }

    void apply(Effect effect) {
        if (effect instanceof Effect.PlanActivity e) {
            plan(e);
        } else if (effect instanceof Effect.EndActivity e) {
            drop(e.key());
        } else if (effect instanceof Effect.AssignActivity e) {
            ActivityView old = planned(e.activityId());
            put(old, old.status(), assigned(e.personIds()), old.heads(), old.data());
        } else if (effect instanceof Effect.FinishActivity e) {
            finish(e);
        } else if (effect instanceof Effect.CancelActivity e) {
            ActivityView old = planned(e.activityId());
            put(old, "CANCELLED", old.people(), 0, old.data());
            state.happened("activity.cancelled", "cancel:" + old.id(), community.now(), happening(old));
        } else {
            throw new AssertionError("the kit does not know " + effect);
        }
    }

    private void plan(Effect.PlanActivity plan) {
        Effects.require(community.descriptor().activity(plan.kind()).isPresent(), "no activity " + plan.kind());
        Effects.require(community.world().hasUnit(plan.unitId()), "no such part of the community: " + plan.unitId());
        Effects.require(!plan.title().isBlank(), "an activity needs a title");
        Effects.require(
                plan.length().compareTo(Duration.ZERO) > 0 && plan.length().toDays() < 2, "a length of up to 2 days");
        Effects.require(
                demo || !plan.startsAt().isBefore(community.now().minus(BACK)), "too long ago: " + plan.startsAt());
        drop(plan.key());
        for (Instant start : dates(plan)) {
            boolean over = state.plans.entrySet().stream()
                    .filter(e -> e.getValue().equals(plan.key()))
                    .anyMatch(e -> activity(e.getKey()).startsAt().equals(start));
            if (!over) {
                lay(plan, start);
            }
        }
    }

    private void lay(Effect.PlanActivity plan, Instant start) {
        String id = state.nextId();
        state.plans.put(id, plan.key());
        state.activities.put(
                id,
                new ActivityView(
                        id,
                        plan.recurrence() == null ? null : plan.key(),
                        plan.kind(),
                        plan.title(),
                        plan.unitId(),
                        plan.place(),
                        start,
                        start.plus(plan.length()),
                        plan.capacity(),
                        "PLANNED",
                        assigned(plan.assigned()),
                        0,
                        plan.data(),
                        1));
    }

    private List<Instant> dates(Effect.PlanActivity plan) {
        Effect.Recurrence recurrence = plan.recurrence();
        if (recurrence == null) {
            return List.of(plan.startsAt());
        }
        ZonedDateTime first = plan.startsAt().atZone(community.zone());
        Instant end = community.now().plus(AHEAD);
        Instant until = recurrence.until();
        List<Instant> dates = new ArrayList<>();
        for (int day = 0; ; day++) {
            ZonedDateTime at = first.plusDays(day);
            if (at.toInstant().isAfter(end) || (until != null && at.toInstant().isAfter(until))) {
                return dates;
            }
            if (falls(recurrence, first, at, day)) {
                dates.add(at.toInstant());
            }
        }
    }

    private static boolean falls(Effect.Recurrence recurrence, ZonedDateTime first, ZonedDateTime at, int day) {
        return switch (recurrence.unit()) {
            case "DAY" -> day % recurrence.every() == 0;
            case "WEEK" -> {
                LocalDate monday = first.toLocalDate().with(DayOfWeek.MONDAY);
                long week = java.time.temporal.ChronoUnit.WEEKS.between(
                        monday, at.toLocalDate().with(DayOfWeek.MONDAY));
                List<Integer> weekdays = recurrence.weekdays().isEmpty()
                        ? List.of(first.getDayOfWeek().getValue())
                        : recurrence.weekdays();
                yield week % recurrence.every() == 0
                        && weekdays.contains(at.getDayOfWeek().getValue());
            }
            case "MONTH" ->
                at.getDayOfMonth() == first.getDayOfMonth()
                        && (at.getYear() * 12 + at.getMonthValue() - first.getYear() * 12 - first.getMonthValue())
                                        % recurrence.every()
                                == 0;
            default -> throw new Refusal("no unit " + recurrence.unit());
        };
    }

    /** Removes what has not begun and was not touched. */
    private void drop(String key) {
        List<String> ahead = state.plans.entrySet().stream()
                .filter(e -> e.getValue().equals(key))
                .map(Map.Entry::getKey)
                .filter(id -> activity(id).status().equals("PLANNED"))
                .filter(id -> activity(id).startsAt().isAfter(community.now()))
                .toList();
        ahead.forEach(state.activities::remove);
        ahead.forEach(state.plans::remove);
    }

    private void finish(Effect.FinishActivity finish) {
        ActivityView old = find(finish.activityId());
        if (old.status().equals("FINISHED")) {
            return;
        }
        Effects.require(old.status().equals("PLANNED"), "it is " + old.status());
        Effects.require(!old.startsAt().isAfter(community.now()), "it is not due yet");
        Map<String, Person> people = new LinkedHashMap<>();
        old.people().forEach(p -> people.put(p.personId(), new Person(p.personId(), p.name(), "ABSENT", 0)));
        finish.attended().forEach((id, minutes) -> {
            Effects.require(minutes >= 0 && minutes <= 1440, "minutes of 0 to 1440");
            people.put(id, new Person(id, community.world().member(id).name(), "ATTENDED", minutes));
        });
        put(old, "FINISHED", List.copyOf(people.values()), finish.heads(), finish.data());
        state.happened("activity.finished", "finish:" + old.id(), community.now(), happening(old));
        if (!demo) {
            finish.attended()
                    .forEach((id, minutes) -> state.facts.add(new PointPolicy.Fact(
                            "activity:" + old.kind(), old.id(), id, minutes, community.now(), finish.data())));
        }
    }

    private static Data happening(ActivityView activity) {
        return Data.of("activityId", activity.id(), "kind", activity.kind());
    }

    private List<Person> assigned(List<String> people) {
        return people.stream()
                .distinct()
                .map(id -> new Person(id, community.world().member(id).name(), "ASSIGNED", 0))
                .toList();
    }

    private ActivityView planned(String id) {
        ActivityView activity = find(id);
        Effects.require(activity.status().equals("PLANNED"), "it is " + activity.status());
        return activity;
    }

    private ActivityView find(String id) {
        if (!id.startsWith("key:")) {
            return activity(id);
        }
        List<String> found = state.plans.entrySet().stream()
                .filter(e -> e.getValue().equals(id.substring(4)))
                .map(Map.Entry::getKey)
                .toList();
        Effects.require(found.size() == 1, found.size() + " dates for " + id);
        return activity(found.get(0));
    }

    private ActivityView activity(String id) {
        @Nullable ActivityView activity = state.activities.get(id);
        if (activity == null) {
            throw new Refusal("no activity " + id);
        }
        return activity;
    }

    private void put(ActivityView old, String status, List<Person> people, int heads, Data data) {
        state.activities.put(
                old.id(),
                new ActivityView(
                        old.id(),
                        old.seriesId(),
                        old.kind(),
                        old.title(),
                        old.unitId(),
                        old.place(),
                        old.startsAt(),
                        old.endsAt(),
                        old.capacity(),
                        status,
                        people,
                        heads,
                        data,
                        old.version() + 1));
    }
}
