package org.linli.portal.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.effect.Effect;
import org.linli.portal.activities.domain.Attendance;
import org.linli.portal.activities.domain.Recurrence;
import org.linli.portal.activities.persistence.Activities;
import org.linli.portal.activities.persistence.SeriesRows;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.rest.Id;

/** What brands do with activities of their own kinds, in their community alone. */
@ApplicationScoped
class BrandPlans {
    /** So far back a single date may be logged. */
    private static final Duration LOGGED_BACK = Duration.ofDays(31);

    /** Names a single date by the key of its plan. */
    private static final String KEY = "key:";

    private static final int MAX_KEY = 120;

    private final PlanRules rules;
    private final Planning planning;
    private final Settling settling;
    private final SeriesRows series;
    private final Activities activities;
    private final Clock clock;

    @Inject
    BrandPlans(
            PlanRules rules,
            Planning planning,
            Settling settling,
            SeriesRows series,
            Activities activities,
            Clock clock) {
        this.rules = rules;
        this.planning = planning;
        this.settling = settling;
        this.series = series;
        this.activities = activities;
        this.clock = clock;
    }

    /** The same key again changes the plan and leaves dates that are over. */
    void plan(BrandScope scope, Effect.PlanActivity effect) {
        Instant now = clock.instant();
        Series wanted = wanted(scope, effect, now);
        Optional<Series> present = series.find(scope.brand(), effect.key());
        if (present.isEmpty()) {
            planning.begin(wanted, wanted.recurrence() == null || scope.demo() ? Instant.EPOCH : now, act(scope));
            return;
        }
        Series before = present.get();
        Series after = before.replanned(wanted.plan(), wanted.recurrence(), wanted.assigned(), wanted.data());
        if (!after.equals(before)) {
            planning.replan(before, after.plannedUntil(wanted.plannedUntil()), act(scope));
        }
    }

    /** What has not begun is cancelled. Does nothing when there is no such plan, or it had ended. */
    void end(BrandScope scope, Effect.EndActivity effect) {
        series.find(scope.brand(), effect.key())
                .filter(present -> present.endedAt() == null)
                .ifPresent(present -> planning.end(present, reason(effect.reason()), act(scope)));
    }

    void assign(BrandScope scope, Effect.AssignActivity effect) {
        Activity date = own(scope, effect.activityId());
        settling.assign(date.id(), rules.people(ids(effect.personIds(), "assigned"), date.communityId()), act(scope));
    }

    /** Does nothing when it is finished already. */
    void finish(BrandScope scope, Effect.FinishActivity effect) {
        Activity date = own(scope, effect.activityId());
        if (date.status() == ActivityStatus.FINISHED) {
            return;
        }
        Map<Long, Integer> minutes = new HashMap<>();
        effect.attended().forEach((person, attended) -> minutes.put(Id.ofField(person, "attended"), attended));
        rules.requireHere(minutes.keySet(), date.communityId(), "attended");
        settling.finish(date.id(), new Attendance(minutes, effect.heads(), ""), effect.data(), act(scope));
    }

    /** Does nothing when it is cancelled already. */
    void cancel(BrandScope scope, Effect.CancelActivity effect) {
        Activity date = own(scope, effect.activityId());
        if (date.status() != ActivityStatus.CANCELLED) {
            settling.cancel(date.id(), reason(effect.reason()), act(scope));
        }
    }

    private Series wanted(BrandScope scope, Effect.PlanActivity effect, Instant now) {
        Descriptor.ActivityKind kind = scope.descriptor()
                .activity(effect.kind())
                .orElseThrow(() -> DomainException.invalid("activities.plan-not-allowed", effect.kind()));
        Plan plan = new Plan(
                kind.code(),
                effect.title().strip(),
                Id.ofField(effect.unitId(), "unitId"),
                effect.place().strip(),
                null,
                effect.startsAt(),
                effect.startsAt().plus(effect.length()),
                kind.signUp() ? effect.capacity() : (Integer) 0);
        Recurrence recurrence = recurrence(effect.recurrence());
        Violations violations = plan.check();
        if (recurrence != null) {
            recurrence.check(violations, effect.startsAt());
        }
        violations
                .check(isKey(effect.key()), "key", "platform.field-too-long", MAX_KEY)
                .check(
                        scope.demo() || recurrence != null || plan.startsAt().isAfter(now.minus(LOGGED_BACK)),
                        "startsAt",
                        "activities.starts-in-past");
        rules.check(violations, plan, scope.communityId(), now);
        Series wanted = new Series(
                Ids.next(),
                scope.communityId(),
                scope.brandId(),
                effect.key(),
                plan,
                recurrence,
                List.copyOf(rules.people(ids(effect.assigned(), "assigned"), scope.communityId())),
                effect.data(),
                now,
                null,
                0);
        return wanted.plannedUntil(Planning.horizon(wanted, now));
    }

    private static @Nullable Recurrence recurrence(Effect.@Nullable Recurrence recurrence) {
        if (recurrence == null) {
            return null;
        }
        Recurrence.Unit unit = Arrays.stream(Recurrence.Unit.values())
                .filter(known -> known.name().equals(recurrence.unit()))
                .findFirst()
                .orElseThrow(() -> DomainException.invalidField(
                        "unit", "activities.no-such-unit", Arrays.toString(Recurrence.Unit.values())));
        return new Recurrence(recurrence.every(), unit, recurrence.weekdays(), recurrence.until());
    }

    private Activity own(BrandScope scope, String reference) {
        Optional<Activity> found = reference.startsWith(KEY)
                ? series.find(scope.brand(), reference.substring(KEY.length()))
                        .flatMap(plan -> activities.latest(plan.id()))
                : activities.find(Id.ofPath(reference));
        return found.filter(date -> scope.brandId().equals(date.brandId()) && scope.communityId() == date.communityId())
                .orElseThrow(DomainException::notFound);
    }

    private Act act(BrandScope scope) {
        return new Act(scope.personId(), clock.instant(), scope.demo());
    }

    private static List<Long> ids(List<String> texts, String field) {
        return texts.stream().map(text -> Id.ofField(text, field)).toList();
    }

    private static String reason(String reason) {
        new Violations().text(reason, "reason", Attendance.MAX_JOURNAL).throwIfAny();
        return reason.strip();
    }

    private static boolean isKey(String key) {
        return !key.isEmpty() && key.length() <= MAX_KEY && key.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
