package org.linli.portal.orders.domain;

import static org.linli.portal.orders.OrderAction.*;
import static org.linli.portal.orders.OrderStatus.*;
import static org.linli.portal.orders.Party.*;
import static org.linli.portal.orders.domain.Stage.ASSESS;
import static org.linli.portal.orders.domain.Stage.TRIAGE;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.OrderAction;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.orders.Party;

/**
 * What may be done to an order, from which status, by whom, and where it leads. What is not in this table is refused.
 *
 * <p>DECLINE, LAPSE and WITHDRAW lead back to the queue when no other offer is open; else the order stays DISPATCHED.
 */
public final class Transitions {
    private static final List<Transition> TABLE = List.of(
            row(null, OrderAction.PLACE, PLACED, PLACER),
            row(PLACED, OrderAction.TRIAGE, TRIAGED, TRIAGER).given(TRIAGE),
            // the queue
            row(PLACED, OFFER, DISPATCHED, DISPATCHER).without(TRIAGE),
            row(TRIAGED, OFFER, DISPATCHED, DISPATCHER).given(TRIAGE),
            row(DISPATCHED, OFFER, DISPATCHED, DISPATCHER),
            row(DISPATCHED, DECLINE, PLACED, ADDRESSEE).without(TRIAGE),
            row(DISPATCHED, DECLINE, TRIAGED, ADDRESSEE).given(TRIAGE),
            row(DISPATCHED, LAPSE, PLACED, PORTAL).without(TRIAGE),
            row(DISPATCHED, LAPSE, TRIAGED, PORTAL).given(TRIAGE),
            row(DISPATCHED, WITHDRAW, PLACED, DISPATCHER).without(TRIAGE),
            row(DISPATCHED, WITHDRAW, TRIAGED, DISPATCHER).given(TRIAGE),
            row(PLACED, ESCALATE, PLACED, PORTAL),
            row(TRIAGED, ESCALATE, TRIAGED, PORTAL).given(TRIAGE),
            row(DISPATCHED, ESCALATE, DISPATCHED, PORTAL),
            // the service
            row(DISPATCHED, OrderAction.ACCEPT, ACCEPTED, ADDRESSEE),
            row(ACCEPTED, RELEASE, PLACED, ASSIGNEE, DISPATCHER).without(TRIAGE),
            row(ACCEPTED, RELEASE, TRIAGED, ASSIGNEE, DISPATCHER).given(TRIAGE),
            row(ACCEPTED, CHECK_IN, IN_SERVICE, ASSIGNEE),
            row(IN_SERVICE, COMPLETE, COMPLETED, ASSIGNEE),
            row(IN_SERVICE, ESCALATE, IN_SERVICE, PORTAL),
            // the end
            row(COMPLETED, OrderAction.REVIEW, REVIEWED, PRINCIPAL, PLACER, PORTAL)
                    .given(Stage.REVIEW),
            row(COMPLETED, OrderAction.REVIEW, REVIEWED, PORTAL).without(Stage.REVIEW),
            row(COMPLETED, REOPEN, IN_SERVICE, PORTAL),
            row(REVIEWED, OrderAction.ASSESS, ASSESSED, ASSESSOR).given(ASSESS),
            row(REVIEWED, CLOSE, CLOSED, PORTAL),
            row(ASSESSED, CLOSE, CLOSED, PORTAL).given(ASSESS),
            row(PLACED, CANCEL, CANCELLED, PRINCIPAL, PLACER, DISPATCHER),
            row(TRIAGED, CANCEL, CANCELLED, PRINCIPAL, PLACER, DISPATCHER).given(TRIAGE),
            row(DISPATCHED, CANCEL, CANCELLED, PRINCIPAL, PLACER, DISPATCHER),
            row(ACCEPTED, CANCEL, CANCELLED, PRINCIPAL, PLACER, DISPATCHER),
            row(IN_SERVICE, CANCEL, CANCELLED, DISPATCHER),
            row(PLACED, EXPIRE, EXPIRED, PORTAL),
            row(TRIAGED, EXPIRE, EXPIRED, PORTAL).given(TRIAGE),
            row(DISPATCHED, EXPIRE, EXPIRED, PORTAL),
            row(ACCEPTED, EXPIRE, EXPIRED, PORTAL));

    private Transitions() {}

    /** The row for that action in that status, if it is legal for orders of that flow. */
    public static Optional<Transition> of(@Nullable OrderStatus from, OrderAction action, FlowStages flow) {
        return TABLE.stream()
                .filter(t -> t.from() == from && t.action() == action && t.holdsFor(flow))
                .findFirst();
    }

    /** Whether the parties may ever take that action, in whatever status. */
    public static boolean mayEver(Set<Party> parties, OrderAction action) {
        return TABLE.stream().filter(t -> t.action() == action).anyMatch(t -> t.by().stream()
                .anyMatch(parties::contains));
    }

    /** What the parties may do now. */
    public static Set<OrderAction> open(OrderStatus from, Set<Party> parties, FlowStages flow) {
        Set<OrderAction> open = EnumSet.noneOf(OrderAction.class);
        TABLE.stream()
                .filter(t -> t.from() == from && t.holdsFor(flow))
                .filter(t -> t.by().stream().anyMatch(parties::contains))
                .forEach(t -> open.add(t.action()));
        return open;
    }

    private static Transition row(@Nullable OrderStatus from, OrderAction action, OrderStatus to, Party... by) {
        return new Transition(from, action, to, EnumSet.copyOf(List.of(by)), null, null);
    }
}
