package org.linli.portal.points.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.points.check.CheckQueries;

/** How many held postings wait for the viewer's decision, for the home page. */
@Named("heldHome")
@RequestScoped
public class HeldHome {
    private final long waiting;

    @Inject
    public HeldHome(Caller caller, CheckQueries queries) {
        waiting = caller.isSignedIn()
                ? caller.workplace(Set.of(Role.COMMUNITY_ADMIN))
                        .map(queries::waiting)
                        .orElse(0L)
                : 0;
    }

    public long getWaiting() {
        return waiting;
    }
}
