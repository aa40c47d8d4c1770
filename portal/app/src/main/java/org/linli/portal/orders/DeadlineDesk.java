package org.linli.portal.orders;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.linli.portal.orders.domain.Act;
import org.linli.portal.orders.domain.Dispatch;
import org.linli.portal.orders.domain.ServiceOrder;
import org.linli.portal.orders.persistence.Orders;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Sql;

/**
 * What the portal itself does when a time limit has passed: one order, one transaction. It looks again after taking the
 * order, so two nodes, or a node and a person, never do it twice.
 */
@Desk
public class DeadlineDesk {
    private static final int BATCH = 200;

    private final Orders orders;
    private final Timeline timeline;
    private final Endings endings;
    private final Sql sql;
    private final Clock clock;

    @Inject
    DeadlineDesk(Orders orders, Timeline timeline, Endings endings, Sql sql, Clock clock) {
        this.orders = orders;
        this.timeline = timeline;
        this.endings = endings;
        this.sql = sql;
        this.clock = clock;
    }

    /** Orders with a time limit or an offer that has run out, some of them when there are many. */
    public List<Long> due() {
        Instant now = clock.instant();
        return sql.list(
                "(SELECT o.id FROM service_order o WHERE o.status IN ('PLACED', 'TRIAGED', 'DISPATCHED', 'ACCEPTED',"
                        + " 'IN_SERVICE', 'COMPLETED', 'REVIEWED') AND o.due_at <= ? LIMIT ?)"
                        + " UNION (SELECT d.order_id FROM dispatch d WHERE d.status = 'OFFERED' AND d.expires_at <= ?"
                        + " LIMIT ?)",
                row -> row.number(1),
                now,
                BATCH,
                now,
                BATCH);
    }

    /** Lapses offers and does what the flow pack says for a stage that took too long. */
    public void enforce(long orderId) {
        ServiceOrder order = orders.take(orderId);
        Act act = Act.ofPortal(clock.instant());
        lapse(order, act);
        Optional<OrderAction> todo = order.overdue(act.at());
        if (todo.isEmpty()) {
            return;
        }
        switch (todo.get()) {
            case EXPIRE -> endings.withoutService(order, order.expire(act));
            case ESCALATE -> timeline.append(order.escalate(act));
            case REVIEW -> endings.reviewed(order, act, null, null);
            case CLOSE -> timeline.append(order.close(act));
            default -> throw new IllegalStateException("no time limit may lead to " + todo.get());
        }
    }

    private void lapse(ServiceOrder order, Act act) {
        List<Dispatch> open = orders.openOffers(order.id());
        List<Dispatch> overdue =
                open.stream().filter(offer -> offer.isOverdue(act.at())).toList();
        if (overdue.isEmpty()) {
            return;
        }
        overdue.forEach(offer -> offer.lapse(act.at()));
        timeline.append(order.offerEnded(OrderAction.LAPSE, overdue.size() < open.size(), act));
    }
}
