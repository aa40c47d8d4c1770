package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.linli.portal.orders.domain.Act;
import org.linli.portal.orders.domain.Assignment;
import org.linli.portal.orders.domain.Dispatch;
import org.linli.portal.orders.domain.ServiceOrder;
import org.linli.portal.orders.persistence.Orders;
import org.linli.portal.orders.persistence.Residents;
import org.linli.portal.people.GrantDecided;
import org.linli.portal.people.GrantView;
import org.linli.portal.people.GrantView.Status;
import org.linli.portal.people.Role;

/**
 * When a volunteer's role ends, nobody waits for them: what they were asked is taken back, what they accepted goes back
 * to the queue. Whoever is serving already finishes that.
 */
@ApplicationScoped
class VolunteersLeaving {
    private final Orders orders;
    private final Residents residents;
    private final Timeline timeline;
    private final Clock clock;

    @Inject
    VolunteersLeaving(Orders orders, Residents residents, Timeline timeline, Clock clock) {
        this.orders = orders;
        this.residents = residents;
        this.timeline = timeline;
        this.clock = clock;
    }

    void decided(@Observes GrantDecided event) {
        GrantView grant = event.grant();
        if (grant.role() == Role.VOLUNTEER
                && grant.status() == Status.ENDED
                && !residents.isVolunteer(grant.personId())) {
            residents.ordersInHand(grant.personId()).forEach(order -> free(order, grant.personId()));
        }
    }

    private void free(long orderId, long volunteerId) {
        ServiceOrder order = orders.take(orderId);
        Act act = new Act(null, clock.instant(), TimelineLine.TEXT + "orders.note.volunteer-left");
        orders.liveAssignment(orderId)
                .filter(assignment -> assignment.volunteerId() == volunteerId)
                .ifPresentOrElse(
                        assignment -> release(order, assignment, act), () -> withdraw(order, volunteerId, act));
    }

    private void release(ServiceOrder order, Assignment assignment, Act act) {
        if (order.status() == OrderStatus.ACCEPTED) {
            assignment.end(Assignment.End.RELEASED, act.at());
            timeline.append(order.release(act));
        }
    }

    private void withdraw(ServiceOrder order, long volunteerId, Act act) {
        List<Dispatch> open = orders.openOffers(order.id());
        List<Dispatch> theirs = open.stream()
                .filter(offer -> Long.valueOf(volunteerId).equals(offer.volunteerId()))
                .toList();
        if (!theirs.isEmpty()) {
            theirs.forEach(offer -> offer.withdraw(act.at()));
            timeline.append(order.offerEnded(OrderAction.WITHDRAW, theirs.size() < open.size(), act));
        }
    }
}
