package org.linli.portal.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 评单: the resident's rating and confirmation; without reviewer and rating when confirmed by default. */
@Entity
@Table(name = "review")
public class Review {
    @Id
    @Column(name = "order_id")
    private long orderId;

    @Column(name = "reviewer_id")
    private @Nullable Long reviewerId;

    private @Nullable Integer rating;
    private String comment;

    @Column(name = "confirmed_minutes")
    private int confirmedMinutes;

    @Column(name = "reviewed_at")
    private Instant reviewedAt;

    protected Review() {}

    /** A review of that order; the act's actor is the reviewer, its note the comment. */
    public Review(ServiceOrder order, @Nullable Integer rating, int confirmedMinutes, Act act) {
        this.orderId = order.id();
        this.reviewerId = act.actorId();
        this.rating = rating;
        this.comment = act.note();
        this.confirmedMinutes = confirmedMinutes;
        this.reviewedAt = act.at();
    }

    public long orderId() {
        return orderId;
    }

    public @Nullable Long reviewerId() {
        return reviewerId;
    }

    public @Nullable Integer rating() {
        return rating;
    }

    public String comment() {
        return comment;
    }

    public int confirmedMinutes() {
        return confirmedMinutes;
    }

    public Instant reviewedAt() {
        return reviewedAt;
    }
}
