package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.Journal;
import org.linli.portal.orders.domain.Act;
import org.linli.portal.orders.domain.Assignment;
import org.linli.portal.orders.domain.Review;
import org.linli.portal.orders.domain.ServiceOrder;
import org.linli.portal.orders.domain.ServiceRecord;
import org.linli.portal.orders.domain.Stage;
import org.linli.portal.orders.persistence.Orders;

/** What follows when an order ends, whoever ends it: somebody at a desk or a time limit. */
@ApplicationScoped
class Endings {
    private final Orders orders;
    private final Timeline timeline;
    private final Event<ServiceRecorded> recorded;
    private final Journal journal;
    private final Clock clock;

    @Inject
    Endings(Orders orders, Timeline timeline, Event<ServiceRecorded> recorded, Journal journal, Clock clock) {
        this.orders = orders;
        this.timeline = timeline;
        this.recorded = recorded;
        this.journal = journal;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Not good yet: the volunteer goes on. */
    void reopened(OrderMoved moved) {
        timeline.append(moved);
    }

    /** Cancelled or expired: nobody is asked any more, and whoever had accepted is free again. */
    void withoutService(ServiceOrder order, OrderMoved moved) {
        withdrawOffers(order, moved.at());
        orders.liveAssignment(order.id()).ifPresent(a -> a.end(Assignment.End.CANCELLED, moved.at()));
        timeline.append(moved);
    }

    /** Takes back all offers that are still open. */
    void withdrawOffers(ServiceOrder order, Instant now) {
        orders.openOffers(order.id()).forEach(offer -> offer.withdraw(now));
    }

    /**
     * Reviewed: the service enters the time record, points are posted by whoever observes it, and the order closes unless
     * its pack asks for an assessment. All of it or nothing.
     *
     * @param by the reviewer with the comment, or the portal
     * @param rating null by default
     * @param minutes confirmed, null for what was claimed
     */
    void reviewed(ServiceOrder order, Act by, @Nullable Integer rating, @Nullable Integer minutes) {
        Assignment assignment = orders.doneAssignment(order.id());
        Review review = new Review(order, rating, assignment.confirm(minutes), by);
        OrderMoved moved = order.review(by);
        ServiceRecord record = new ServiceRecord(order, assignment, review);
        orders.add(review);
        orders.add(record);
        journal.note(Journal.Kind.SERVICE, record.id(), record.communityId());
        timeline.append(moved);
        recorded.fire(record.recorded(order, orders.item(order.terms().itemId()), review));
        if (!order.flow().has(Stage.ASSESS)) {
            timeline.append(order.close(Act.ofPortal(by.at())));
        }
    }
}
