package org.linli.portal.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.OrderAction;
import org.linli.portal.orders.OrderMoved;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.platform.persistence.Ids;

/** One line of an order's timeline: who, when, what, why. Only ever appended. */
@Entity
@Table(name = "order_event")
public class OrderEvent {
    private static final int MAX_NOTE = 500;

    @Id
    private long id;

    @Column(name = "order_id")
    private long orderId;

    private Instant at;

    @Column(name = "actor_id")
    private @Nullable Long actorId;

    @Enumerated(EnumType.STRING)
    private OrderAction action;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_status")
    private @Nullable OrderStatus from;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_status")
    private OrderStatus to;

    private String note;

    protected OrderEvent() {}

    /** The line for what happened. */
    public OrderEvent(OrderMoved moved) {
        this.id = Ids.next();
        this.orderId = moved.orderId();
        this.at = moved.at();
        this.actorId = moved.actorId();
        this.action = moved.action();
        this.from = moved.from();
        this.to = moved.to();
        this.note = moved.note().codePointCount(0, moved.note().length()) <= MAX_NOTE
                ? moved.note()
                : moved.note().substring(0, moved.note().offsetByCodePoints(0, MAX_NOTE));
    }

    public long id() {
        return id;
    }

    public long orderId() {
        return orderId;
    }

    public Instant at() {
        return at;
    }

    public @Nullable Long actorId() {
        return actorId;
    }

    public OrderAction action() {
        return action;
    }

    public @Nullable OrderStatus from() {
        return from;
    }

    public OrderStatus to() {
        return to;
    }

    public String note() {
        return note;
    }
}
