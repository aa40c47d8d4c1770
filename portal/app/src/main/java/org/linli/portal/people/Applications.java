package org.linli.portal.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.linli.portal.people.GrantView.Status;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;

/** Becoming a resident, and asking to become a volunteer. */
@ApplicationScoped
class Applications {
    private final Grants grants;
    private final Profiles profiles;
    private final Event<VolunteerApplied> applied;

    @Inject
    Applications(Grants grants, Profiles profiles, Event<VolunteerApplied> applied) {
        this.grants = grants;
        this.profiles = profiles;
        this.applied = applied;
    }

    void check(SignUp.Volunteering offer, Violations violations) {
        profiles.check(offer, violations);
    }

    void resident(long personId, long communityId) {
        grants.add(new Grants.NewGrant(personId, communityId, Role.RESIDENT, Status.ACTIVE, null, null), null);
    }

    void volunteer(long personId, String name, long communityId, SignUp.Volunteering offer) {
        if (grants.isLive(personId, communityId, Role.VOLUNTEER)) {
            throw DomainException.conflict("people.role-held-already");
        }
        profiles.write(personId, offer, grants.today());
        long grantId = grants.add(
                new Grants.NewGrant(personId, communityId, Role.VOLUNTEER, Status.PENDING, null, null), null);
        applied.fire(new VolunteerApplied(grantId, personId, name, communityId));
    }
}
