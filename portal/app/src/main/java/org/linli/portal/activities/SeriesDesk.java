package org.linli.portal.activities;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.portal.activities.domain.Attendance;
import org.linli.portal.activities.domain.Recurrence;
import org.linli.portal.activities.persistence.SeriesRows;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.rest.EntityTags;

/** What staff do with series; everything is in the audit log. */
@Desk
public class SeriesDesk {
    private final Caller caller;
    private final ActivityRights rights;
    private final PlanRules rules;
    private final SeriesRows series;
    private final Planning planning;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    SeriesDesk(
            Caller caller,
            ActivityRights rights,
            PlanRules rules,
            SeriesRows series,
            Planning planning,
            AuditLog audit,
            Clock clock) {
        this.caller = caller;
        this.rights = rights;
        this.rules = rules;
        this.series = series;
        this.planning = planning;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What repeats.
     *
     * @param input the first date
     * @param recurrence how it repeats
     * @param assigned who is on each date
     */
    public record SeriesInput(PlanInput input, Recurrence recurrence, Collection<Long> assigned) {}

    /**
     * Begins a series; its dates of the next weeks are there at once. The same id again gives the same series.
     *
     * @param communityId null for where the caller works
     * @throws DomainException 400 naming the fields, 403, 404
     */
    public Series plan(long id, @Nullable Long communityId, SeriesInput wanted) {
        long community = rights.planningIn(communityId);
        Optional<Series> before = series.find(id);
        if (before.isPresent()) {
            return before.filter(same -> same.communityId() == community).orElseThrow(DomainException::notFound);
        }
        Instant now = clock.instant();
        Plan plan = checked(wanted, community, true);
        Series made = new Series(
                id,
                community,
                null,
                null,
                plan,
                wanted.recurrence(),
                List.copyOf(rules.people(wanted.assigned(), community)),
                Data.EMPTY,
                now.plus(Series.AHEAD),
                null,
                0);
        planning.begin(made, now, act());
        record("activities.series-plan", made);
        return series.find(id).orElseThrow();
    }

    /**
     * Changes the plan: dates that have not begun follow it.
     *
     * @throws DomainException 400, 403, 404, 409 for a brand's and for what has ended, 412
     */
    public Series change(long id, long seenVersion, SeriesInput wanted) {
        Series before = managed(id);
        EntityTags.requireSame(seenVersion, before.version());
        if (before.endedAt() != null) {
            throw DomainException.conflict("activities.series-ended");
        }
        Plan plan = checked(wanted, before.communityId(), false);
        Series after = before.replanned(
                        plan,
                        wanted.recurrence(),
                        List.copyOf(rules.people(wanted.assigned(), before.communityId())),
                        Data.EMPTY)
                .plannedUntil(clock.instant().plus(Series.AHEAD));
        planning.replan(before, after, act());
        record("activities.series-change", after);
        return series.find(id).orElseThrow();
    }

    /**
     * It goes on no longer: dates that have not begun are cancelled. Harmless when it had ended before.
     *
     * @throws DomainException 400 without a reason, 403, 404
     */
    public Series end(long id, @Nullable String reason) {
        Series present = managed(id);
        new Violations().requiredText(reason, "reason", Attendance.MAX_JOURNAL).throwIfAny();
        if (planning.end(present, String.valueOf(reason).strip(), act())) {
            record("activities.series-end", present);
        }
        return series.find(id).orElseThrow();
    }

    /** Makes the dates that came into sight, of one series. */
    public void extend(long id) {
        series.find(id)
                .filter(present -> present.endedAt() == null)
                .ifPresent(present -> planning.extend(present, new Act(null, clock.instant(), false)));
    }

    private Series managed(long id) {
        caller.identity();
        Series present = series.find(id)
                .filter(found -> caller.sees(found.communityId()))
                .orElseThrow(DomainException::notFound);
        caller.require(ActivityRights.STAFF, present.communityId());
        if (present.brandId() != null) {
            throw DomainException.conflict("activities.of-brand");
        }
        return present;
    }

    private Plan checked(SeriesInput wanted, long community, boolean isNew) {
        Instant now = clock.instant();
        Instant start = wanted.input().startsAt();
        Violations violations = wanted.input().check();
        if (start != null) {
            wanted.recurrence().check(violations, start);
            violations.check(!isNew || start.isAfter(now), "startsAt", "activities.starts-in-past");
        }
        violations.throwIfAny();
        Plan plan = wanted.input().plan(community);
        rules.check(new Violations(), plan, community, now);
        return plan;
    }

    private Act act() {
        return Act.of(caller.personId(), clock.instant());
    }

    private void record(String action, Series of) {
        audit.record(
                action,
                of.communityId(),
                new AuditLog.Subject("activity-series", of.id()),
                of.plan().title());
    }
}
