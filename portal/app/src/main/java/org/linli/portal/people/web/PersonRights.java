package org.linli.portal.people.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Stream;
import org.linli.portal.people.Caller;
import org.linli.portal.people.GrantView;
import org.linli.portal.people.PersonView;
import org.linli.portal.people.Role;

/** What the page of a person offers to the viewer; the desks decide again. */
@Named
@RequestScoped
public class PersonRights {
    private final Caller caller;

    @Inject
    public PersonRights(Caller caller) {
        this.caller = caller;
    }

    /** Whether the viewer decides on that person's roles and password. */
    public boolean decides(PersonView person) {
        return !isOneself(person.id()) && holdsOneOf(Role.COMMUNITY_ADMIN, Role.OPERATOR);
    }

    /** Whether the viewer is one of those who must call people. */
    public boolean isCalling() {
        return holdsOneOf(Role.COMMUNITY_ADMIN, Role.DISPATCHER, Role.GRID_WORKER, Role.BUTLER);
    }

    /** Whether the viewer approves or refuses that role. */
    public boolean approves(PersonView person, GrantView grant) {
        return grant.isPending() && decides(person);
    }

    /** Whether the viewer can end that role: it holds, and is not their own being a resident. */
    public boolean ends(PersonView person, GrantView grant) {
        return grant.isActive() && (isOneself(person.id()) ? grant.role() != Role.RESIDENT : decides(person));
    }

    private boolean isOneself(long personId) {
        return personId == caller.personId();
    }

    private boolean holdsOneOf(Role... roles) {
        return Stream.of(roles).anyMatch(caller::holdsAnywhere);
    }
}
