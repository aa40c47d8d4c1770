package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.linli.portal.orders.domain.FlowStages;
import org.linli.portal.orders.domain.Refusals;
import org.linli.portal.orders.domain.ServiceOrder;
import org.linli.portal.orders.domain.Stage;
import org.linli.portal.orders.domain.Transitions;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;

/**
 * What the caller is to an order. Whoever is nothing to it does not learn that it exists (404), whoever may never do an
 * action gets 403, and an action at the wrong time 409.
 */
@ApplicationScoped
class OrderAccess {
    private static final Set<Role> OBSERVERS = EnumSet.of(Role.COMMUNITY_ADMIN, Role.DISPATCHER);
    private static final Set<Role> OVERSEERS = EnumSet.of(Role.SUPERVISOR, Role.AUDITOR);
    private static final Set<Role> NEIGHBOURS = EnumSet.of(Role.GRID_WORKER, Role.BUTLER);

    private static final String SERVED =
            "SELECT CASE WHEN live_order_id IS NULL THEN 'FORMER' ELSE 'ASSIGNEE' END FROM assignment"
                    + " WHERE order_id = ? AND volunteer_id = ?";
    private static final String ASKED =
            " UNION ALL SELECT CASE status WHEN 'OFFERED' THEN 'ADDRESSEE' ELSE 'FORMER' END FROM dispatch"
                    + " WHERE order_id = ? AND (volunteer_id = ?"
                    + " OR (? AND team_id IN (SELECT team_id FROM team_member WHERE person_id = ?)))";

    private final Caller caller;
    private final Oversight oversight;
    private final Sql sql;

    @Inject
    OrderAccess(Caller caller, Oversight oversight, Sql sql) {
        this.caller = caller;
        this.oversight = oversight;
        this.sql = sql;
    }

    /**
     * All that the caller is to the order.
     *
     * @throws DomainException 404 when nothing
     */
    Set<Party> parties(ServiceOrder order) {
        Set<Party> parties = EnumSet.noneOf(Party.class);
        long me = caller.personId();
        long community = order.communityId();
        FlowStages flow = order.flow();
        add(parties, Party.PRINCIPAL, order.request().principalId() == me);
        add(parties, Party.PLACER, order.request().placerId() == me);
        add(parties, Party.TRIAGER, holdsAny(flow.by(Stage.TRIAGE), community));
        add(parties, Party.DISPATCHER, holdsAny(flow.by(Stage.DISPATCH), community));
        add(parties, Party.ASSESSOR, holdsAny(flow.by(Stage.ASSESS), community));
        add(
                parties,
                Party.OBSERVER,
                holdsAny(OBSERVERS, community)
                        || holdsAny(NEIGHBOURS, order.request().unitId())
                        || oversight.isWithin(community)
                        || (order.isEscalated() && oversight.isParentOf(community)));
        add(parties, Party.OVERSEER, !parties.contains(Party.OBSERVER) && holdsAny(OVERSEERS, community));
        addServing(parties, order, me);
        if (parties.isEmpty()) {
            throw DomainException.notFound();
        }
        return parties;
    }

    /**
     * Refuses an action that the caller may not take, or not now.
     *
     * @throws DomainException 404, 403 or 409
     */
    void require(ServiceOrder order, OrderAction action) {
        Set<Party> parties = parties(order);
        Set<Party> ever = EnumSet.copyOf(parties);
        if (ever.contains(Party.FORMER)) { // whoever comes too late hears that, and not that it is none of theirs
            ever.addAll(Set.of(Party.ADDRESSEE, Party.ASSIGNEE));
        }
        if (!Transitions.mayEver(ever, action)) {
            throw DomainException.forbidden("orders.not-your-part");
        }
        boolean now = Transitions.of(order.status(), action, order.flow())
                .filter(t -> t.by().stream().anyMatch(parties::contains))
                .isPresent();
        if (action == OrderAction.ACCEPT && parties.contains(Party.ASSIGNEE)) {
            throw DomainException.conflict("orders.accepted-by-you");
        }
        if (action == OrderAction.REVIEW && parties.contains(Party.ASSIGNEE)) {
            throw DomainException.forbidden("orders.own-service");
        }
        if (!now) {
            throw Refusals.of(order.status(), action);
        }
    }

    /**
     * Refuses unless the caller dispatches in that community.
     *
     * @throws DomainException 404 or 403
     */
    void requireDispatcher(ServiceOrder order) {
        if (!parties(order).contains(Party.DISPATCHER)) {
            throw DomainException.forbidden("orders.not-your-part");
        }
    }

    private boolean holdsAny(Set<Role> roles, long unitId) {
        return roles.stream().anyMatch(role -> caller.holds(role, unitId));
    }

    /**
     * Whoever served keeps sight of it, whether they still volunteer or not. A team of a street has members in several
     * communities: only those of the order's community are asked.
     */
    private void addServing(Set<Party> parties, ServiceOrder order, long me) {
        String query = SERVED;
        List<Object> parameters = new ArrayList<>(List.of(order.id(), me));
        if (caller.holdsAnywhere(Role.VOLUNTEER)) {
            query += ASKED;
            parameters.addAll(List.of(order.id(), me, caller.communityId() == order.communityId(), me));
        }
        sql.list(query, row -> parties.add(row.constant(1, Party.class)), parameters.toArray());
        add(parties, Party.FORMER, parties.contains(Party.ASSIGNEE));
    }

    private static void add(Set<Party> parties, Party party, boolean holds) {
        if (holds) {
            parties.add(party);
        }
    }
}
