package org.linli.portal.orders.domain;

import java.util.Locale;
import org.linli.portal.orders.OrderAction;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.platform.problem.DomainException;

/** Why an action is not legal in a status, as a code whose text says what to do instead. */
public final class Refusals {
    private Refusals() {}

    /** The refusal of that action in that status. */
    public static DomainException of(OrderStatus status, OrderAction action) {
        if (action == OrderAction.ACCEPT && status != OrderStatus.CANCELLED && status != OrderStatus.EXPIRED) {
            return DomainException.conflict(
                    OrderStatus.QUEUED.contains(status) ? "orders.cannot-accept" : "orders.already-accepted");
        }
        if (action == OrderAction.CANCEL && status.isServed()) {
            return DomainException.conflict("orders.cancel-after-service");
        }
        if (action == OrderAction.CANCEL && status == OrderStatus.IN_SERVICE) {
            return DomainException.conflict("orders.cancel-in-service");
        }
        if (status.isFinal()) {
            return DomainException.conflict("orders.ended");
        }
        return DomainException.conflict(
                "orders.cannot-" + action.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
