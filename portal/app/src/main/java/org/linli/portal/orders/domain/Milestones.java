package org.linli.portal.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When an order passed what matters later. */
@Embeddable
public class Milestones {
    @Column(name = "placed_at")
    private Instant placedAt;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    @Column(name = "escalated_at")
    private @Nullable Instant escalatedAt;

    protected Milestones() {}

    Milestones(Instant placedAt) {
        this.placedAt = placedAt;
    }

    void start(Instant now) {
        this.startedAt = now;
    }

    void complete(@Nullable Instant now) {
        this.completedAt = now;
    }

    /** The parent unit was told; null once somebody has accepted. */
    void escalate(@Nullable Instant at) {
        this.escalatedAt = at;
    }

    public Instant placedAt() {
        return placedAt;
    }

    /** When the volunteer checked in; only for orders that were started. */
    public Instant startedAt() {
        return Objects.requireNonNull(startedAt, "not started");
    }

    /** When the volunteer was done; only for completed orders. */
    public Instant completedAt() {
        return Objects.requireNonNull(completedAt, "not completed");
    }

    /** Whether the parent unit has been told, and nobody accepted since. */
    public boolean isEscalated() {
        return escalatedAt != null;
    }
}
