package org.linli.portal.orders;

import jakarta.inject.Inject;
import java.util.Objects;
import org.linli.portal.orders.domain.Act;
import org.linli.portal.orders.domain.Assessment;
import org.linli.portal.orders.domain.ServiceOrder;
import org.linli.portal.orders.persistence.Orders;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.Violations;

/** 评单 by the resident, 考单 by the organisation. */
@Desk
public class ReviewDesk {
    private final Orders orders;
    private final Handling handling;
    private final Endings endings;
    private final Timeline timeline;
    private final Caller caller;

    @Inject
    ReviewDesk(Orders orders, Handling handling, Endings endings, Timeline timeline, Caller caller) {
        this.orders = orders;
        this.handling = handling;
        this.endings = endings;
        this.timeline = timeline;
        this.caller = caller;
    }

    /** Confirms the minutes and rates the service: record, points and closing happen with it. */
    public void review(ReviewService command) {
        ServiceOrder order = handling.take(command.order(), OrderAction.REVIEW);
        new Violations()
                .required(command.rating(), "rating")
                .range(command.rating(), "rating", 1, 5)
                .text(command.comment(), "comment", 500)
                .throwIfAny();
        endings.reviewed(order, handling.act(Words.orEmpty(command.comment())), command.rating(), command.minutes());
    }

    /** Scores the service, in packs that ask for it; closes the order. */
    public void assess(AssessService command) {
        ServiceOrder order = handling.take(command.order(), OrderAction.ASSESS);
        new Violations()
                .required(command.score(), "score")
                .range(command.score(), "score", 0, 100)
                .text(command.comment(), "comment", 500)
                .throwIfAny();
        Act act = handling.act(Words.orEmpty(command.comment()));
        OrderMoved moved = order.assess(act);
        orders.add(new Assessment(order, caller.personId(), Objects.requireNonNull(command.score()), act));
        timeline.append(moved);
        timeline.append(order.close(Act.ofPortal(act.at())));
    }
}
