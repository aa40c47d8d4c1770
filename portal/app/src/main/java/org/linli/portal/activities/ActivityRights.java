package org.linli.portal.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.activities.persistence.Activities;
import org.linli.portal.activities.persistence.Calendar;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;

/** Who may see, plan and close activities. */
@ApplicationScoped
class ActivityRights {
    /** Who plans in a community. */
    static final Set<Role> STAFF = Set.of(Role.COMMUNITY_ADMIN, Role.DISPATCHER);

    private final Caller caller;
    private final Activities activities;
    private final Calendar calendar;

    @Inject
    ActivityRights(Caller caller, Activities activities, Calendar calendar) {
        this.caller = caller;
        this.activities = activities;
        this.calendar = calendar;
    }

    /**
     * The community in which the caller plans.
     *
     * @param communityId null for where they work
     * @throws DomainException 403, 404
     */
    long planningIn(@Nullable Long communityId) {
        caller.identity();
        long community = communityId != null
                ? communityId
                : caller.workplace(STAFF).orElseThrow(() -> DomainException.forbidden("people.role-needed"));
        caller.requireAtCommunity(STAFF, community);
        return community;
    }

    /** Whether the caller plans there. */
    boolean plansIn(long communityId) {
        return STAFF.stream().anyMatch(role -> caller.holds(role, communityId));
    }

    /** Whether the caller sees to that date: staff of its community, and who leads its team. */
    boolean manages(Activity activity) {
        Long team = activity.plan().teamId();
        return plansIn(activity.communityId()) || (team != null && calendar.leads(caller.personId(), team));
    }

    /**
     * The date, if the caller may know of it.
     *
     * @throws DomainException 404
     */
    Activity visible(long id) {
        caller.identity();
        return activities.find(id).filter(this::sees).orElseThrow(DomainException::notFound);
    }

    /**
     * The date, if the caller sees to it.
     *
     * @throws DomainException 404, 403
     */
    Activity managed(long id) {
        Activity activity = visible(id);
        if (!manages(activity)) {
            throw DomainException.forbidden("people.role-needed");
        }
        return activity;
    }

    /** What nobody may sign up for is shown to those on the list and to who sees to it. */
    private boolean sees(Activity activity) {
        return !activity.hidden()
                && caller.sees(activity.communityId())
                && (activity.plan().isOpen() || manages(activity) || calendar.knows(caller.personId(), activity.id()));
    }
}
