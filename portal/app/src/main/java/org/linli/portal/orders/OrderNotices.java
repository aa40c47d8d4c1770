package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.linli.portal.notices.Notice;
import org.linli.portal.notices.Notices;
import org.linli.portal.orders.persistence.Audience;
import org.linli.portal.orders.persistence.Audience.Subject;

/** Tells those concerned what happened to an order; whoever did it is not told. */
@ApplicationScoped
class OrderNotices {
    private final Audience audience;
    private final Notices notices;

    @Inject
    OrderNotices(Audience audience, Notices notices) {
        this.audience = audience;
        this.notices = notices;
    }

    void tell(@Observes OrderMoved moved) {
        long order = moved.orderId();
        Subject subject = audience.subject(order);
        Set<Long> residents = new LinkedHashSet<>(List.of(subject.principalId(), subject.placerId()));
        List<Long> dispatchers = needsDispatcher(moved) ? audience.dispatchers(moved.communityId()) : List.of();
        Letter letter = new Letter(moved, subject.itemName());
        switch (moved.action()) {
            case PLACE -> letter.send("order-placed", dispatchers);
            case OFFER -> asked(letter, moved);
            case DECLINE -> letter.send("order-declined", dispatchers);
            case LAPSE -> letter.send("order-lapsed", dispatchers);
            case WITHDRAW -> letter.send("order-taken-back", audience.withdrawnAt(order, moved.at()));
            case ACCEPT -> {
                audience.servant(order).forEach(v -> letter.send("order-accepted", residents, v.teamName()));
                letter.send("order-taken", audience.withdrawnAt(order, moved.at()));
            }
            case RELEASE -> {
                letter.send("order-released", residents);
                letter.send("order-released", dispatchers);
                letter.send("order-taken-back", audience.relievedAt(order, moved.at()));
            }
            case CHECK_IN -> letter.send("order-started", residents);
            case COMPLETE -> letter.send("order-completed", residents);
            case REVIEW -> reviewed(letter, order);
            case CANCEL -> {
                letter.send("order-cancelled", residents);
                letter.send("order-cancelled", audience.relievedAt(order, moved.at()));
                letter.send("order-cancelled", audience.withdrawnAt(order, moved.at()));
            }
            case EXPIRE -> {
                letter.send("order-expired", residents);
                letter.send("order-cancelled", audience.relievedAt(order, moved.at()));
                letter.send("order-taken-back", audience.withdrawnAt(order, moved.at()));
            }
            case ESCALATE -> {
                letter.send("order-escalated", dispatchers);
                letter.send("order-escalated", audience.supervisors(moved.communityId()));
            }
            case TRIAGE, ASSESS, CLOSE -> {
                // nobody waits for these
            }
        }
    }

    /** The queue has something to do for its dispatchers. */
    private static boolean needsDispatcher(OrderMoved moved) {
        return moved.action() == OrderAction.ESCALATE
                || moved.to() == OrderStatus.PLACED
                || moved.to() == OrderStatus.TRIAGED;
    }

    private void asked(Letter letter, OrderMoved moved) {
        audience.askedAt(moved.orderId(), moved.at()).forEach(asked -> {
            if (asked.teamName().isEmpty()) {
                letter.send("order-dispatched", List.of(asked.personId()));
            } else {
                letter.send("order-dispatched-team", List.of(asked.personId()), asked.teamName());
            }
        });
    }

    private void reviewed(Letter letter, long orderId) {
        long rating = audience.rating(orderId);
        List<Long> servants =
                audience.servant(orderId).stream().map(Audience.Asked::personId).toList();
        if (rating > 0) {
            letter.send("order-reviewed", servants, Long.toString(rating));
        } else {
            letter.send("order-confirmed", servants);
        }
    }

    /** Notices of one thing that happened. */
    private final class Letter {
        private static final Set<String> TO_VOLUNTEERS =
                Set.of("order-dispatched", "order-dispatched-team", "order-reviewed", "order-confirmed");

        private final OrderMoved moved;
        private final String itemName;

        Letter(OrderMoved moved, String itemName) {
            this.moved = moved;
            this.itemName = itemName;
        }

        void send(String code, Collection<Long> persons, String... more) {
            List<String> arguments = new ArrayList<>(List.of(itemName));
            arguments.addAll(List.of(more));
            String link = TO_VOLUNTEERS.contains(code)
                    ? "/task.xhtml?order=" + moved.orderId()
                    : "/order-view.xhtml?id=" + moved.orderId();
            String fact = "order:" + moved.orderId() + ":" + code + ":"
                    + ChronoUnit.MICROS.between(Instant.EPOCH, moved.at());
            for (long person : persons) {
                if (moved.actorId() == null || moved.actorId() != person) {
                    notices.send(new Notice(person, code, arguments, link, fact));
                }
            }
        }
    }
}
