package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.Brands;
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
    /** Only asked: what was asked is known, but not who needs it and where. */
    private static final Set<Party> OUTSIDERS = EnumSet.of(Party.ADDRESSEE, Party.FORMER);

    /** Those whom a confidential order concerns; dispatchers and observers see that there is one, and no more. */
    private static final Set<Party> CONCERNED =
            EnumSet.of(Party.PRINCIPAL, Party.PLACER, Party.ASSIGNEE, Party.PARTICIPANT);

    /** What waits until the brand's steps are taken. */
    private static final Set<OrderAction> HELD_BY_STEPS = EnumSet.of(OrderAction.COMPLETE, OrderAction.REVIEW);

    private final Caller caller;
    private final Oversight oversight;
    private final Brands brands;
    private final Sql sql;

    @Inject
    OrderAccess(Caller caller, Oversight oversight, Brands brands, Sql sql) {
        this.caller = caller;
        this.oversight = oversight;
        this.brands = brands;
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
                        || (order.milestones().isEscalated() && oversight.isParentOf(community)));
        add(parties, Party.OVERSEER, !parties.contains(Party.OBSERVER) && holdsAny(OVERSEERS, community));
        add(parties, Party.PARTICIPANT, takesPart(order, me));
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
        if (now && HELD_BY_STEPS.contains(action) && order.terms().brandId() != null && stepWaits(order.id())) {
            throw DomainException.conflict("orders.step-waits");
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

    /**
     * Whether they see who needs it, where, and what a brand added: not those who were only asked, and of a confidential
     * order only those whom it concerns.
     */
    boolean seesInside(ServiceOrder order, Set<Party> parties) {
        if (OUTSIDERS.containsAll(parties)) {
            return false;
        }
        return order.terms().brandId() == null
                || parties.stream().anyMatch(CONCERNED::contains)
                || sql.number(
                                "SELECT COUNT(*) FROM order_extension WHERE order_id = ? AND confidential = 1",
                                order.id())
                        == 0;
    }

    /** What the parties may do now. */
    Set<OrderAction> open(ServiceOrder order, Set<Party> parties) {
        Set<OrderAction> open = Transitions.open(order.status(), parties, order.flow());
        if (order.terms().brandId() != null && stepWaits(order.id())) {
            open.removeAll(HELD_BY_STEPS);
        }
        return open;
    }

    /** Whether a step of the brand must be taken first. */
    private boolean stepWaits(long orderId) {
        return sql.number("SELECT COUNT(*) FROM order_extension WHERE order_id = ? AND step_code IS NOT NULL", orderId)
                > 0;
    }

    /** Whoever takes part by a role of the brand or in the order, or holds a role of its brand. */
    private boolean takesPart(ServiceOrder order, long me) {
        if (order.terms().brandId() == null) {
            return false;
        }
        BrandRef brand = new BrandRef(order.terms().brandId(), order.communityId());
        return !brands.rolesOf(brand, me).isEmpty()
                || sql.number(
                                "SELECT COUNT(*) FROM order_participant WHERE order_id = ? AND person_id = ?",
                                order.id(),
                                me)
                        > 0;
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
