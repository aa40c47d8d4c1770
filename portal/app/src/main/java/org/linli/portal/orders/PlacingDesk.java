package org.linli.portal.orders;

import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.domain.FlowPack;
import org.linli.portal.orders.domain.Placing;
import org.linli.portal.orders.domain.ServiceItem;
import org.linli.portal.orders.domain.ServiceOrder;
import org.linli.portal.orders.persistence.Orders;
import org.linli.portal.orders.persistence.Residents.Resident;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;

/** 点单: residents, and those who help them, place orders; residents and dispatchers cancel them. */
@Desk
public class PlacingDesk {
    private final Orders orders;
    private final PlacingRules rules;
    private final ItemFields fields;
    private final Handling handling;
    private final Endings endings;

    @Inject
    PlacingDesk(Orders orders, PlacingRules rules, ItemFields fields, Handling handling, Endings endings) {
        this.orders = orders;
        this.rules = rules;
        this.fields = fields;
        this.handling = handling;
        this.endings = endings;
    }

    /**
     * Places an order.
     *
     * @return its id; when the caller has placed an order with the chosen id already, it is that one
     * @throws DomainException 403 when the caller may not place for that resident, 400 with the fields at fault
     */
    public long place(PlaceOrder command) {
        Optional<ServiceOrder> already = command.orderId() == null ? Optional.empty() : orders.find(command.orderId());
        if (already.isPresent()) {
            return sameAgain(already.get());
        }
        Resident principal = rules.principal(command);
        ServiceItem item = orders.findItem(command.itemId()).orElse(null);
        FlowPack pack = item == null || item.flowPackId() == null
                ? orders.packOf(principal.communityId())
                : orders.pack(item.flowPackId());
        Placing placing = rules.check(command, principal, item, pack, handling.now());
        ServiceItem chosen = Objects.requireNonNull(item);
        fields.require(chosen, command.fields());
        ServiceOrder order = new ServiceOrder(placing, chosen, pack, handling.now());
        orders.add(order);
        fields.keep(order, chosen, command.fields(), handling.now());
        handling.done(order.placed());
        return order.id();
    }

    private long sameAgain(ServiceOrder order) {
        if (order.request().placerId() != rules.callerId()) {
            throw DomainException.notFound();
        }
        return order.id();
    }

    /**
     * 再来一次: a past order of the caller as a new command, without its time.
     *
     * @throws DomainException 404 when it is none of theirs, 409 when its item cannot be ordered any more
     */
    public PlaceOrder again(long orderId) {
        ServiceOrder past = orders.find(orderId).orElseThrow(DomainException::notFound);
        long me = rules.callerId();
        if (past.request().principalId() != me && past.request().placerId() != me) {
            throw DomainException.notFound();
        }
        orders.item(past.terms().itemId()).requireListed();
        return new PlaceOrder(
                null,
                past.terms().itemId(),
                past.request().principalId(),
                null,
                past.request().description(),
                past.request().address(),
                past.request().unitId(),
                null,
                null,
                fields.again(past));
    }

    /**
     * Cancels an order: offers are withdrawn, an assignment ends, a volunteer is told.
     *
     * @param reason why; may be empty until the service has begun, must be given after
     * @throws DomainException 409 when it is too late
     */
    public void cancel(OrderRef ref, @Nullable String reason) {
        ServiceOrder order = handling.take(ref, OrderAction.CANCEL);
        boolean begun = order.status() == OrderStatus.IN_SERVICE;
        String why = begun ? Words.reason(reason, "reason") : Words.note(reason, "reason");
        endings.withoutService(order, order.cancel(handling.act(why)));
    }
}
