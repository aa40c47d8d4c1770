package org.linli.portal.orders;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.domain.Act;
import org.linli.portal.orders.domain.Assignment;
import org.linli.portal.orders.domain.Dispatch;
import org.linli.portal.orders.domain.Request;
import org.linli.portal.orders.domain.ServiceOrder;
import org.linli.portal.orders.persistence.Orders;
import org.linli.portal.orders.persistence.Residents;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;

/** 接单: what a volunteer does, from the offer to the end of the service. */
@Desk
public class ServiceDesk {
    private final Orders orders;
    private final Residents residents;
    private final Handling handling;
    private final Caller caller;

    @Inject
    ServiceDesk(Orders orders, Residents residents, Handling handling, Caller caller) {
        this.orders = orders;
        this.residents = residents;
        this.handling = handling;
        this.caller = caller;
    }

    /**
     * Accepts an offer: the first who does has the order, all other offers are withdrawn.
     *
     * @throws DomainException 409 orders.already-accepted when somebody was faster
     */
    public void accept(OrderRef ref) {
        ServiceOrder order = handling.take(ref, OrderAction.ACCEPT);
        Request request = order.request();
        if (request.principalId() == caller.personId() || request.placerId() == caller.personId()) {
            throw DomainException.forbidden("orders.own-order"); // else one person could order, serve and confirm alone
        }
        Act act = handling.act("");
        List<Dispatch> open = orders.openOffers(order.id());
        Dispatch offer = myOffer(order, open);
        OrderMoved moved = order.accept(act);
        offer.accept(act.at());
        open.stream().filter(Dispatch::isOpen).forEach(other -> other.withdraw(act.at()));
        orders.add(new Assignment(offer, caller.personId(), act.at()));
        handling.done(moved);
    }

    /** The open offer to the caller: a personal one before one to a team. */
    private Dispatch myOffer(ServiceOrder order, List<Dispatch> open) {
        long me = caller.personId();
        return open.stream()
                .filter(offer -> offer.volunteerId() != null && offer.volunteerId() == me)
                .findFirst()
                .or(() -> open.stream()
                        .filter(offer -> offer.teamId() != null
                                && residents
                                        .volunteersOf(offer.teamId(), order.communityId())
                                        .contains(me))
                        .findFirst())
                .orElseThrow(() -> DomainException.forbidden("orders.not-your-offer"));
    }

    /**
     * Says no to an offer; one to a team is declined by its leader. Without another open offer the order is queued again.
     *
     * @param reason why; may be empty
     */
    public void decline(OrderRef ref, long dispatchId, @Nullable String reason) {
        Act act = handling.act(Words.note(reason, "reason"));
        ServiceOrder order = handling.take(ref, OrderAction.DECLINE);
        Dispatch offer = orders.offer(order.id(), dispatchId);
        boolean mine = offer.teamId() == null
                ? offer.volunteerId() != null && offer.volunteerId() == caller.personId()
                : residents.leads(caller.personId(), offer.teamId());
        if (!mine) {
            throw DomainException.forbidden("orders.not-your-offer");
        }
        offer.decline(act);
        boolean others = orders.openOffers(order.id()).stream().anyMatch(o -> o.id() != dispatchId && o.isOpen());
        handling.done(order.offerEnded(OrderAction.DECLINE, others, act));
    }

    /**
     * Gives an accepted order back, or the dispatcher takes it from a volunteer; it is queued again.
     *
     * @param reason why; must be given
     */
    public void release(OrderRef ref, @Nullable String reason) {
        Act act = handling.act(Words.reason(reason, "reason"));
        ServiceOrder order = handling.take(ref, OrderAction.RELEASE);
        orders.liveAssignment(order.id()).ifPresent(a -> a.end(Assignment.End.RELEASED, act.at()));
        handling.done(order.release(act));
    }

    /**
     * The volunteer is there and enters the six digits that the resident shows; flows without a code just begin.
     *
     * @return whether the code was right; a wrong one is remembered, so it is no failure
     * @throws DomainException 409 orders.code-locked after five wrong codes
     */
    public CheckInOutcome checkIn(OrderRef ref, @Nullable String code) {
        ServiceOrder order = handling.take(ref, OrderAction.CHECK_IN);
        if (order.flow().needsCode()) {
            new Violations().requiredText(code, "code", 12).throwIfAny();
        }
        Optional<OrderMoved> moved = order.checkIn(Words.orEmpty(code), handling.act(""));
        moved.ifPresentOrElse(handling::done, orders::flush);
        return new CheckInOutcome(moved.isPresent(), order.code().triesLeft());
    }

    /**
     * The volunteer is done and says what was done; the resident is asked to confirm.
     *
     * @return whether it ended: not with a wrong code, which is remembered, so it is no failure
     * @throws DomainException 409 orders.code-out-locked after five wrong codes: it ends without one
     */
    public CheckInOutcome complete(CompleteService command) {
        new Violations()
                .requiredText(command.journal(), "journal", 2000)
                .text(command.code(), "code", 12)
                .throwIfAny();
        ServiceOrder order = handling.take(command.order(), OrderAction.COMPLETE);
        Assignment assignment =
                orders.liveAssignment(order.id()).orElseThrow(() -> new IllegalStateException("served by nobody"));
        Optional<OrderMoved> moved = order.complete(Words.orEmpty(command.code()), handling.act(""));
        if (moved.isEmpty()) {
            orders.flush();
            return new CheckInOutcome(false, order.code().triesLeft());
        }
        assignment.complete(Words.orEmpty(command.journal()), command.minutes(), order);
        handling.done(moved.get());
        return new CheckInOutcome(true, order.code().triesLeft());
    }
}
