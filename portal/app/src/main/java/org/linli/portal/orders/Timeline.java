package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.linli.portal.orders.domain.OrderEvent;
import org.linli.portal.orders.persistence.Orders;

/** Appends what happened to the timeline and tells whoever observes it, in the present transaction. */
@ApplicationScoped
class Timeline {
    private final Orders orders;
    private final Event<OrderMoved> moves;

    @Inject
    Timeline(Orders orders, Event<OrderMoved> moves) {
        this.orders = orders;
        this.moves = moves;
    }

    /** The last thing that a verb of a desk does: observers see all of it written. */
    void append(OrderMoved moved) {
        orders.add(new OrderEvent(moved));
        moves.fire(moved);
    }
}
