package org.linli.portal.orders.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.OrderQueries;
import org.linli.portal.people.Caller;
import org.linli.portal.people.PeopleDesk;
import org.linli.portal.people.Role;

/** What waits for the viewer by office rather than for one order: applications, and what communities left lying. */
@RequestScoped
public class HomeDuties {
    private final OrderQueries queries;
    private final PeopleDesk people;
    private final Caller caller;
    private final OrderWords words;
    private @Nullable Integer applications;
    private @Nullable Integer escalated;

    @Inject
    public HomeDuties(OrderQueries queries, PeopleDesk people, Caller caller, OrderWords words) {
        this.queries = queries;
        this.people = people;
        this.caller = caller;
        this.words = words;
    }

    /** People of the viewer's community who ask for a role; 0 for those who do not decide on it. */
    int applications() {
        if (applications == null) {
            applications = caller.workplace(Set.of(Role.COMMUNITY_ADMIN))
                    .map(people::pendingCount)
                    .map(Math::toIntExact)
                    .orElse(0);
        }
        return applications;
    }

    /** Orders that took too long for the viewer's communities; 0 for those who do not oversee any. */
    int escalated() {
        if (escalated == null) {
            escalated = caller.holdsAnywhere(Role.SUPERVISOR) ? Math.toIntExact(queries.countEscalated()) : 0;
        }
        return escalated;
    }

    List<HomeNeeds.Need> needs() {
        List<HomeNeeds.Need> all = new ArrayList<>();
        if (escalated() > 0) {
            all.add(need("escalated", escalated(), "/escalated.xhtml", "alert"));
        }
        if (applications() > 0) {
            all.add(need("people", applications(), "/admin/people.xhtml", "users"));
        }
        return all;
    }

    private HomeNeeds.Need need(String kind, int count, String page, String icon) {
        String key = "home.need." + kind;
        return new HomeNeeds.Need(
                words.say(key, count), page, words.say("home." + kind), icon, words.say(key + ".badge"), "warning");
    }
}
