package org.linli.portal.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
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

    public @Nullable Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant completedAt() {
        return completedAt;
    }

    public @Nullable Instant escalatedAt() {
        return escalatedAt;
    }
}
