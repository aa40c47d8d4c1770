package org.linli.portal.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.linli.portal.people.GrantView.Status;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;

/** What volunteers do with their own profile. */
@Desk
public class VolunteerDesk {
    private final Caller caller;
    private final Volunteers volunteers;
    private final Profiles profiles;
    private final Applications applications;
    private final Leaving leaving;

    @Inject
    public VolunteerDesk(
            Caller caller, Volunteers volunteers, Profiles profiles, Applications applications, Leaving leaving) {
        this.caller = caller;
        this.volunteers = volunteers;
        this.profiles = profiles;
        this.applications = applications;
        this.leaving = leaving;
    }

    /** The caller's own profile; empty when they never asked to volunteer. */
    public Optional<VolunteerView> mine() {
        return volunteers.find(caller.personId());
    }

    /** The caller's volunteer role that waits or holds; empty when there is none. */
    public Optional<GrantView> myRole() {
        return leaving.liveRole(caller.personId());
    }

    /** Asks to become a volunteer of one's community. */
    public void apply(SignUp.Volunteering offer) {
        check(offer);
        applications.volunteer(caller.personId(), caller.identity().name(), caller.communityId(), offer);
    }

    /**
     * Writes skills, hours and introduction anew.
     *
     * @throws DomainException 404 without a profile
     */
    public void describe(SignUp.Volunteering offer) {
        check(offer);
        if (mine().isEmpty()) {
            throw DomainException.notFound();
        }
        profiles.write(caller.personId(), offer, leaving.today());
    }

    /** Stops being offered orders for a while, or begins again. */
    public void pause(boolean paused) {
        if (!profiles.pause(caller.personId(), paused)) {
            throw DomainException.notFound();
        }
    }

    /** Ends the caller's role as a volunteer today; records and points stay. */
    public void leave() {
        leaving.leave(caller);
    }

    private void check(SignUp.Volunteering offer) {
        Violations violations = new Violations();
        profiles.check(offer, violations);
        violations.throwIfAny();
    }

    /** The end of a volunteer role by the volunteer. */
    @ApplicationScoped
    static class Leaving {
        private final Grants grants;
        private final Decisions decisions;

        @Inject
        Leaving(Grants grants, Decisions decisions) {
            this.grants = grants;
            this.decisions = decisions;
        }

        LocalDate today() {
            return grants.today();
        }

        Optional<GrantView> liveRole(long personId) {
            return grants.of(personId).stream()
                    .filter(g -> g.role() == Role.VOLUNTEER && (g.isActive() || g.isPending()))
                    .findFirst();
        }

        void leave(Caller caller) {
            GrantView role = liveRole(caller.personId()).orElseThrow(DomainException::notFound);
            grants.decide(role, Status.ENDED, caller.personId());
            GrantView ended = grants.find(role.id()).orElseThrow();
            decisions.announce("people.leave", caller.communityId(), ended);
        }
    }
}
