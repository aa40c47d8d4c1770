package org.linli.portal.activities.rest;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.portal.activities.Activity;
import org.linli.portal.activities.ActivityPerson;
import org.linli.portal.activities.ActivityStatus;
import org.linli.portal.activities.PersonState;
import org.linli.portal.activities.Plan;
import org.linli.portal.activities.PlanInput;
import org.linli.portal.activities.Series;
import org.linli.portal.activities.SeriesDesk.SeriesInput;
import org.linli.portal.activities.domain.Attendance;
import org.linli.portal.activities.domain.Recurrence;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Id;

/** What the resources of activities send and take. */
final class ActivityWire {
    private ActivityWire() {}

    /** One date. */
    @Schema(name = "Activity")
    public record ActivityJson(
            String id,

            @Nullable @Schema(nullable = true, description = "The series, null when it stands alone")
            String seriesId,

            String communityId,

            @Nullable @Schema(nullable = true, description = "The brand that plans it, null for the community's own")
            String brandId,

            String kind,
            String title,
            String unitId,
            String place,
            @Nullable @Schema(nullable = true) String teamId,
            Instant startsAt,
            Instant endsAt,

            @Nullable @Schema(nullable = true, description = "How many may sign up; null: no bound, 0: nobody")
            Integer capacity,

            ActivityStatus status,
            int signedUp,
            int waiting,

            @Schema(description = "How many people were counted, 0 before")
            int heads,

            @Schema(description = "What happened, or why it was cancelled")
            String journal,

            @Nullable @Schema(nullable = true, description = "How the caller stands to it")
            PersonState mine) {
        static ActivityJson of(Activity activity, @Nullable PersonState mine) {
            Plan plan = activity.plan();
            Activity.Counts counts = activity.counts();
            return new ActivityJson(
                    String.valueOf(activity.id()),
                    Wire.text(activity.seriesId()),
                    String.valueOf(activity.communityId()),
                    activity.brandId(),
                    plan.kind(),
                    plan.title(),
                    String.valueOf(plan.unitId()),
                    plan.place(),
                    Wire.text(plan.teamId()),
                    plan.startsAt(),
                    plan.endsAt(),
                    plan.capacity(),
                    activity.status(),
                    counts.signedUp(),
                    counts.waiting(),
                    counts.heads(),
                    activity.journal(),
                    mine);
        }
    }

    /** What is planned. */
    @Schema(name = "ActivityPlan")
    public record PlanJson(
            @Nullable @Schema(description = "Where the caller works when missing; only for new ones", nullable = true)
            String communityId,

            @Nullable @Schema(example = "sports", required = true)
            String kind,

            @Nullable @Schema(example = "太极晨练", required = true)
            String title,

            @Nullable @Schema(description = "The community when missing", nullable = true)
            String unitId,

            @Nullable @Schema(example = "小区广场") String place,

            @Nullable @Schema(description = "Its leaders see to the date", nullable = true)
            String teamId,

            @Nullable @Schema(format = "date-time", required = true, example = "2030-01-07T07:00:00+08:00")
            String startsAt,

            @Nullable @Schema(example = "60", required = true)
            Integer minutes,

            @Nullable @Schema(description = "How many may sign up; null: no bound, 0: nobody", nullable = true)
            Integer capacity,

            @Nullable @Schema(description = "Ids of those who are on it; only for new ones and series")
            List<String> assigned) {
        PlanInput input() {
            return new PlanInput(
                    kind,
                    title,
                    Wire.id(unitId, "unitId"),
                    place,
                    Wire.id(teamId, "teamId"),
                    Wire.time(startsAt, "startsAt"),
                    minutes,
                    capacity);
        }
    }

    /** How dates repeat, in Asia/Shanghai. */
    @Schema(name = "Recurrence")
    public record RecurrenceJson(
            @Nullable @Schema(example = "1") Integer every,

            @Nullable
            @Schema(
                    enumeration = {"DAY", "WEEK", "MONTH"},
                    required = true)
            String unit,

            @Nullable @Schema(description = "1 (Monday) to 7, for weeks; empty for that of the first date")
            List<Integer> weekdays,

            @Nullable @Schema(format = "date-time", nullable = true, description = "Last begin")
            String until) {
        static @Nullable RecurrenceJson of(@Nullable Recurrence recurrence) {
            return recurrence == null
                    ? null
                    : new RecurrenceJson(
                            recurrence.every(),
                            recurrence.unit().name(),
                            recurrence.weekdays(),
                            recurrence.until() == null
                                    ? null
                                    : recurrence.until().toString());
        }

        Recurrence recurrence() {
            return new Recurrence(
                    every == null ? 1 : every,
                    Arrays.stream(Recurrence.Unit.values())
                            .filter(known -> known.name().equals(unit))
                            .findFirst()
                            .orElseThrow(() -> DomainException.invalidField(
                                    "unit", "activities.no-such-unit", Arrays.toString(Recurrence.Unit.values()))),
                    numbers(weekdays),
                    Wire.time(until, "until"));
        }

        private static List<Integer> numbers(@Nullable List<Integer> days) {
            if (days == null) {
                return List.of();
            }
            for (Object day : days) {
                if (day == null) {
                    throw DomainException.invalidField("weekdays", "activities.bad-weekdays");
                }
            }
            return days;
        }
    }

    /** What is planned again and again. */
    @Schema(name = "SeriesPlan")
    public record SeriesPlanJson(
            @Nullable @Schema(required = true) PlanJson plan,
            @Nullable @Schema(required = true) RecurrenceJson recurrence) {
        SeriesInput input() {
            if (plan == null) {
                throw DomainException.invalidField("plan", "platform.field-required");
            }
            if (recurrence == null) {
                throw DomainException.invalidField("recurrence", "platform.field-required");
            }
            return new SeriesInput(plan.input(), recurrence.recurrence(), Wire.ids(plan.assigned(), "assigned"));
        }

        @Nullable
        String communityId() {
            return plan == null ? null : plan.communityId();
        }
    }

    /** A series. */
    @Schema(name = "ActivitySeries")
    public record SeriesJson(
            String id,
            String communityId,
            @Nullable @Schema(nullable = true) String brandId,
            String kind,
            String title,
            String unitId,
            String place,
            @Nullable @Schema(nullable = true) String teamId,
            @Schema(description = "Begin of the first date") Instant startsAt,

            int minutes,
            @Nullable @Schema(nullable = true) Integer capacity,
            @Nullable @Schema(nullable = true) RecurrenceJson recurrence,
            List<String> assigned,

            @Nullable @Schema(nullable = true, description = "Null while it goes on")
            Instant endedAt) {
        static SeriesJson of(Series series) {
            Plan plan = series.plan();
            return new SeriesJson(
                    String.valueOf(series.id()),
                    String.valueOf(series.communityId()),
                    series.brandId(),
                    plan.kind(),
                    plan.title(),
                    String.valueOf(plan.unitId()),
                    plan.place(),
                    Wire.text(plan.teamId()),
                    plan.startsAt(),
                    Math.toIntExact(plan.length().toMinutes()),
                    plan.capacity(),
                    RecurrenceJson.of(series.recurrence()),
                    series.assigned().stream().map(String::valueOf).toList(),
                    series.endedAt());
        }
    }

    /** Somebody on the list. */
    @Schema(name = "ActivityPerson")
    public record PersonJson(String personId, String name, String publicNumber, PersonState state, int minutes) {
        static PersonJson of(ActivityPerson one) {
            return new PersonJson(
                    String.valueOf(one.personId()), one.name(), one.publicNumber(), one.state(), one.minutes());
        }
    }

    /** A place, or waiting for one. */
    @Schema(name = "ActivitySignUp")
    public record SignUpJson(PersonState state) {}

    /** Who is on it from now on. */
    @Schema(name = "ActivityAssignment")
    public record AssignmentJson(
            @Nullable @Schema(required = true) List<String> personIds) {}

    /** Why it does not take place. */
    @Schema(name = "ActivityEnding")
    public record EndingJson(
            @Nullable @Schema(required = true, example = "下雨")
            String reason) {}

    /** Who came. */
    @Schema(name = "ActivityAttendance")
    public record AttendanceJson(
            @Nullable List<AttendedJson> attended,

            @Nullable
            @Schema(description = "How many people there were in all; those named when missing", nullable = true)
            Integer heads,

            @Nullable @Schema(example = "大家议定了三件事") String journal) {
        Attendance attendance() {
            Map<Long, Integer> minutes = new HashMap<>();
            for (AttendedJson one : attended == null ? List.<AttendedJson>of() : attended) {
                if (one == null || one.personId() == null || one.minutes() == null) {
                    throw DomainException.invalidField("attended", "platform.field-required");
                }
                minutes.put(Id.ofField(one.personId(), "attended"), one.minutes());
            }
            return new Attendance(minutes, heads, journal == null ? "" : journal.strip());
        }
    }

    /** Who came, and for how long. */
    @Schema(name = "ActivityAttended")
    public record AttendedJson(
            @Nullable @Schema(required = true) String personId,

            @Nullable @Schema(required = true, example = "60")
            Integer minutes) {}
}
