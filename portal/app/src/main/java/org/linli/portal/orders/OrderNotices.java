package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
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
    private static final Set<OrderAction> UNHEARD =
            EnumSet.of(OrderAction.TRIAGE, OrderAction.ASSESS, OrderAction.CLOSE);

    private final Audience audience;
    private final Notices notices;

    @Inject
    OrderNotices(Audience audience, Notices notices) {
        this.audience = audience;
        this.notices = notices;
    }

    void tell(@Observes OrderMoved moved) {
        if (UNHEARD.contains(moved.action())) {
            return;
        }
        long order = moved.orderId();
        Subject subject = audience.subject(order);
        Set<Long> residents = new LinkedHashSet<>(List.of(subject.principalId(), subject.placerId()));
        List<Long> dispatchers = needsDispatcher(moved) ? audience.dispatchers(moved.communityId()) : List.of();
        Letter toResidents = new Letter(moved, subject.itemName(), "/order-detail.xhtml?id=" + order);
        Letter toVolunteers = toResidents.opening("/tasks.xhtml");
        Letter toDispatchers = toResidents.opening("/dispatch.xhtml?order=" + order);
        switch (moved.action()) {
            case PLACE -> {
                toDispatchers.send("order-placed", dispatchers);
                // whoever placed it is not told, so this goes out only when it was somebody else, or a brand by itself
                if (subject.placerId() == subject.principalId()) {
                    toResidents.send("order-placed-for-you", List.of(subject.principalId()));
                } else {
                    toResidents.send("order-placed-for-you-by", List.of(subject.principalId()), subject.placerName());
                }
            }
            case OFFER -> asked(toResidents.opening("/task.xhtml?order=" + order), moved);
            case DECLINE -> toDispatchers.send("order-declined", dispatchers);
            case LAPSE -> toDispatchers.send("order-lapsed", dispatchers);
            case WITHDRAW -> toVolunteers.send("order-taken-back", audience.withdrawnAt(order, moved.at()));
            case ACCEPT -> {
                audience.servant(order).forEach(v -> toResidents.send("order-accepted", residents, v.teamName()));
                toVolunteers.send("order-taken", audience.withdrawnAt(order, moved.at()));
            }
            case RELEASE -> {
                toResidents.send("order-released", residents);
                toDispatchers.send("order-released", dispatchers);
                toVolunteers.send("order-taken-back", audience.relievedAt(order, moved.at()));
            }
            case CHECK_IN -> toResidents.send("order-started", residents);
            case COMPLETE -> toResidents.send("order-completed", residents);
            case REVIEW -> reviewed(toResidents, order);
            case CANCEL -> ended(toResidents, toVolunteers, "order-cancelled", residents);
            case EXPIRE -> ended(toResidents, toVolunteers, "order-expired", residents);
            case ESCALATE -> {
                toDispatchers.send("order-escalated", dispatchers);
                toResidents.send("order-escalated", audience.supervisors(moved.communityId()));
            }
            case TRIAGE, ASSESS, CLOSE -> throw new IllegalStateException("nobody waits for " + moved.action());
        }
    }

    private void ended(Letter toResidents, Letter toVolunteers, String code, Collection<Long> residents) {
        OrderMoved moved = toResidents.moved;
        toResidents.send(code, residents);
        toVolunteers.send("order-cancelled", audience.relievedAt(moved.orderId(), moved.at()));
        toVolunteers.send("order-taken-back", audience.withdrawnAt(moved.orderId(), moved.at()));
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

    /** Notices of one thing that happened, which open that page. */
    private final class Letter {
        private final OrderMoved moved;
        private final String itemName;
        private final String link;

        Letter(OrderMoved moved, String itemName, String link) {
            this.moved = moved;
            this.itemName = itemName;
            this.link = link;
        }

        Letter opening(String otherLink) {
            return new Letter(moved, itemName, otherLink);
        }

        void send(String code, Collection<Long> persons, String... more) {
            List<String> arguments = new ArrayList<>(List.of(itemName));
            arguments.addAll(List.of(more));
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
