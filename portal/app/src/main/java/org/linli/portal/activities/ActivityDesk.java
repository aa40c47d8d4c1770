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
import org.linli.portal.activities.persistence.Activities;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.rest.EntityTags;

/** What staff and leaders of teams do with single dates; everything is in the audit log. */
@Desk
public class ActivityDesk {
    private final Caller caller;
    private final ActivityRights rights;
    private final PlanRules rules;
    private final Activities activities;
    private final Settling settling;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    ActivityDesk(
            Caller caller,
            ActivityRights rights,
            PlanRules rules,
            Activities activities,
            Settling settling,
            AuditLog audit,
            Clock clock) {
        this.caller = caller;
        this.rights = rights;
        this.rules = rules;
        this.activities = activities;
        this.settling = settling;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Plans a date. The same id again gives the same date.
     *
     * @param id made by the caller of the desk
     * @param communityId null for where the caller works
     * @throws DomainException 400 naming the fields, 403, 404
     */
    public Activity plan(long id, @Nullable Long communityId, PlanInput input, Collection<Long> assigned) {
        long community = rights.planningIn(communityId);
        Optional<Activity> before = activities.find(id);
        if (before.isPresent()) {
            return before.filter(same -> same.communityId() == community).orElseThrow(DomainException::notFound);
        }
        Plan plan = checked(input, community);
        Collection<Long> people = rules.people(assigned, community);
        activities.insert(new Activities.New(id, null, community, null, plan, Data.EMPTY));
        settling.assign(id, people, act());
        record("activities.plan", id, community, plan.title());
        return activities.find(id).orElseThrow();
    }

    /**
     * Changes the plan of a date that has not begun; those coming are told when time or place are others.
     *
     * @param seenVersion version that the caller saw
     * @throws DomainException 400, 403, 404, 409 for a brand's and for what is over, 412
     */
    public Activity change(long id, long seenVersion, PlanInput input) {
        Activity date = rights.managed(id);
        date.requireOwnPlan();
        EntityTags.requireSame(seenVersion, date.version());
        date.requireAhead(clock.instant());
        Plan plan = checked(input, date.communityId());
        settling.change(id, plan, date.data(), act());
        record("activities.change", id, date.communityId(), plan.title());
        return activities.find(id).orElseThrow();
    }

    /**
     * These and nobody else are on it.
     *
     * @throws DomainException 400, 403, 404, 409 for what is over
     */
    public Activity assign(long id, Collection<Long> people) {
        Activity date = rights.managed(id);
        Collection<Long> checked = rules.people(people, date.communityId());
        settling.assign(id, checked, act());
        record("activities.assign", id, date.communityId(), date.plan().title() + " | " + checked.size());
        return activities.find(id).orElseThrow();
    }

    /**
     * It has taken place.
     *
     * @throws DomainException 400, 403, 404, 409 before it begins and when it is over
     */
    public Activity finish(long id, Attendance attendance) {
        Activity date = rights.managed(id);
        attendance.check();
        rules.requireHere(attendance.minutes().keySet(), date.communityId(), "attended");
        settling.finish(id, attendance, date.data(), act());
        record("activities.finish", id, date.communityId(), date.plan().title() + " | " + attendance.counted());
        return activities.find(id).orElseThrow();
    }

    /**
     * It does not take place; those who would have come are told.
     *
     * @throws DomainException 400 without a reason, 403, 404, 409 when it is over
     */
    public Activity cancel(long id, @Nullable String reason) {
        Activity date = rights.managed(id);
        new Violations().requiredText(reason, "reason", Attendance.MAX_JOURNAL).throwIfAny();
        settling.cancel(id, String.valueOf(reason).strip(), act());
        record("activities.cancel", id, date.communityId(), date.plan().title() + " | " + reason);
        return activities.find(id).orElseThrow();
    }

    private Plan checked(PlanInput input, long community) {
        Instant now = clock.instant();
        Violations violations = input.check();
        violations
                .check(
                        input.startsAt() == null || input.startsAt().isAfter(now),
                        "startsAt",
                        "activities.starts-in-past")
                .throwIfAny();
        Plan plan = input.plan(community);
        rules.check(new Violations(), plan, community, now);
        return plan;
    }

    private Act act() {
        return Act.of(caller.personId(), clock.instant());
    }

    private void record(String action, long id, long community, String detail) {
        audit.record(action, community, new AuditLog.Subject("activity", id), detail);
    }

    /** Ids of those who are assigned now. */
    public List<Long> assigned(long id) {
        Activity date = rights.managed(id);
        return activities.roster(date).in(PersonState.ASSIGNED);
    }
}
