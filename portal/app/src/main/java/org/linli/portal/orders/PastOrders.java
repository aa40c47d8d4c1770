package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.EffectHandler;
import org.linli.portal.ledger.Journal;
import org.linli.portal.orders.domain.Act;
import org.linli.portal.orders.domain.Assignment;
import org.linli.portal.orders.domain.Dispatch;
import org.linli.portal.orders.domain.OrderEvent;
import org.linli.portal.orders.domain.Review;
import org.linli.portal.orders.domain.ServiceOrder;
import org.linli.portal.orders.domain.ServiceRecord;
import org.linli.portal.orders.persistence.Extensions;
import org.linli.portal.orders.persistence.Orders;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Id;

/** Orders of a demonstration's past: the same verbs at their instants, and nobody is told. */
@ApplicationScoped
public class PastOrders implements EffectHandler<Effect.PastOrder> {
    private static final Duration UNTIL_ACCEPTED = Duration.ofHours(3);

    private final Orders orders;
    private final Extensions extensions;
    private final BrandOrders brandOrders;
    private final Journal journal;

    @Inject
    PastOrders(Orders orders, Extensions extensions, BrandOrders brandOrders, Journal journal) {
        this.orders = orders;
        this.extensions = extensions;
        this.brandOrders = brandOrders;
        this.journal = journal;
    }

    @Override
    public Class<Effect.PastOrder> type() {
        return Effect.PastOrder.class;
    }

    @Override
    public void apply(BrandScope scope, Effect.PastOrder effect) {
        if (!scope.demo()) {
            throw DomainException.conflict("orders.past-only-in-demo");
        }
        ServiceOrder order = brandOrders.place(scope, effect.order(), effect.placedAt());
        if (order == null) {
            return;
        }
        orders.add(new OrderEvent(order.placed()));
        if (effect.served() != null) {
            serve(order, effect.placedAt(), effect.served());
        }
    }

    private void serve(ServiceOrder order, Instant placedAt, Effect.PastOrder.Served served) {
        long volunteer = Id.ofField(served.personId(), "personId");
        Instant done = served.at();
        Instant begun = done.minus(Duration.ofMinutes(served.minutes()));
        Instant accepted = earlier(placedAt.plus(UNTIL_ACCEPTED), begun);
        Act offer = new Act(order.request().placerId(), placedAt.plusSeconds(60), "");
        Act accept = new Act(volunteer, accepted, "");
        Dispatch dispatch = Dispatch.toVolunteer(order, volunteer, "[]", offer);
        orders.add(dispatch);
        orders.add(new OrderEvent(order.offer(offer)));
        orders.add(new OrderEvent(order.accept(accept)));
        dispatch.accept(accepted);
        Assignment assignment = new Assignment(dispatch, volunteer, accepted);
        orders.add(assignment);
        order.checkIn("", new Act(volunteer, begun, "")).ifPresent(moved -> orders.add(new OrderEvent(moved)));
        order.complete("", new Act(volunteer, done, "")).ifPresent(moved -> orders.add(new OrderEvent(moved)));
        assignment.complete("已处理。", Math.min(served.minutes(), order.terms().claimLimit()), order);
        Act confirm = new Act(order.request().principalId(), done, "");
        Review review = new Review(order, null, assignment.confirm(null), confirm);
        orders.add(review);
        orders.add(new OrderEvent(order.review(confirm)));
        ServiceRecord record = new ServiceRecord(order, assignment, review);
        orders.add(record);
        journal.note(Journal.Kind.SERVICE, record.id(), record.communityId());
        orders.add(new OrderEvent(order.close(Act.ofPortal(done))));
        extensions.end(order.id());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
