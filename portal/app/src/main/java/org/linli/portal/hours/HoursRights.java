package org.linli.portal.hours;

import java.util.Set;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;

/** Who may do what to the time record. Whoever served never decides about it. */
public final class HoursRights {
    /** Who enters services of the past. */
    static final Set<Role> ENTERERS = Set.of(Role.COMMUNITY_ADMIN, Role.DISPATCHER);

    /**
     * Who may be the second person: another administrator, or those who supervise from above. A community often has one
     * administrator only, and eyes from outside are worth no less.
     */
    static final Set<Role> SECONDS = Set.of(Role.COMMUNITY_ADMIN, Role.SUPERVISOR, Role.AUDITOR);

    /** Who reads the records and wishes of a whole community. */
    static final Set<Role> READERS = Set.of(Role.COMMUNITY_ADMIN, Role.DISPATCHER, Role.SUPERVISOR, Role.AUDITOR);

    private HoursRights() {}

    /** Whether the caller may be the second person in that community. */
    public static boolean isSecond(Caller caller, long communityId) {
        return holdsOne(caller, SECONDS, communityId);
    }

    /**
     * Whether the caller reads what is written there as those do who work there: not whoever only supervises or audits from
     * above, as with orders.
     */
    static boolean isWithin(Caller caller, long communityId) {
        return holdsOne(caller, ENTERERS, communityId)
                || caller.identity().grants().stream()
                        .anyMatch(held -> held.unitId() == communityId && READERS.contains(held.role()));
    }

    /** Whether one of the roles is held at that community or above. */
    static boolean holdsOne(Caller caller, Set<Role> roles, long communityId) {
        return roles.stream().anyMatch(role -> caller.holds(role, communityId));
    }

    /**
     * Refuses the one who served.
     *
     * @throws DomainException 403
     */
    static void requireOther(Caller caller, long volunteerId) {
        if (caller.personId() == volunteerId) {
            throw DomainException.forbidden("hours.not-your-own");
        }
    }

    /**
     * Refuses whoever took the step before.
     *
     * @throws DomainException 403
     */
    static void requireSecond(Caller caller, Step first) {
        if (first.isBy(caller.personId())) {
            throw DomainException.forbidden("hours.second-person");
        }
    }
}
