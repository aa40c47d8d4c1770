package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.linli.portal.orders.domain.Act;
import org.linli.portal.orders.domain.ServiceOrder;
import org.linli.portal.orders.persistence.Orders;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.DomainException.Kind;

/** How every desk handles an order: take it for an action, act in the caller's name, put it on the timeline. */
@ApplicationScoped
class Handling {
    private final Orders orders;
    private final OrderAccess access;
    private final Timeline timeline;
    private final Caller caller;
    private final Clock clock;

    @Inject
    Handling(Orders orders, OrderAccess access, Timeline timeline, Caller caller, Clock clock) {
        this.orders = orders;
        this.access = access;
        this.timeline = timeline;
        this.caller = caller;
        this.clock = clock;
    }

    /** The order, if the caller may take that action now. */
    ServiceOrder take(OrderRef ref, OrderAction action) {
        ServiceOrder order = take(ref);
        access.require(order, action);
        return order;
    }

    /**
     * The order in the version that the caller saw, to be changed.
     *
     * @throws DomainException 404; 412 for another version, but not to strangers, for whom there is no such order
     */
    ServiceOrder take(OrderRef ref) {
        ServiceOrder order = orders.take(ref.id());
        if (ref.version() != null && ref.version() != order.version()) {
            access.parties(order);
            throw DomainException.of(Kind.CHANGED, "platform.changed-meanwhile");
        }
        return order;
    }

    /** The caller acts, now. */
    Act act(String note) {
        return new Act(caller.personId(), now(), note);
    }

    Instant now() {
        return clock.instant();
    }

    /** What happened; the last thing of a verb. */
    void done(OrderMoved moved) {
        timeline.append(moved);
    }
}
