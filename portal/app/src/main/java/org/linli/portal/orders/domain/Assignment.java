package org.linli.portal.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.DomainException;

/** 接单: an accepted dispatch. An order has at most one that lives (unique key on live_order_id). */
@Entity
@Table(name = "assignment")
public class Assignment {
    /** How an assignment ended. */
    public enum End {
        DONE,
        RELEASED,
        CANCELLED
    }

    @Id
    private long id;

    @Column(name = "order_id")
    private long orderId;

    @Column(name = "live_order_id")
    private @Nullable Long liveOrderId;

    @Column(name = "dispatch_id")
    private long dispatchId;

    @Column(name = "volunteer_id")
    private long volunteerId;

    @Column(name = "accepted_at")
    private Instant acceptedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    private @Nullable End endReason;

    private @Nullable String journal;

    @Column(name = "claimed_minutes")
    private @Nullable Integer claimedMinutes;

    @Version
    private long version;

    protected Assignment() {}

    /** The volunteer has accepted that offer. */
    public Assignment(Dispatch offer, long volunteerId, Instant now) {
        this.id = Ids.next();
        this.orderId = offer.orderId();
        this.liveOrderId = offer.orderId();
        this.dispatchId = offer.id();
        this.volunteerId = volunteerId;
        this.acceptedAt = now;
    }

    /**
     * The service has been rendered.
     *
     * @param claim minutes that the volunteer claims; null for the time since check-in, rounded up
     * @param order the order, already completed
     */
    public void complete(String report, @Nullable Integer claim, ServiceOrder order) {
        int limit = order.terms().claimLimit();
        if (claim != null && (claim < 1 || claim > limit)) {
            throw DomainException.invalidField("minutes", "orders.claim-out-of-range", limit);
        }
        this.journal = report;
        this.claimedMinutes = claim == null ? Math.min(limit, elapsedMinutes(order)) : claim;
        end(End.DONE, order.milestones().completedAt());
    }

    private static int elapsedMinutes(ServiceOrder order) {
        Milestones passed = order.milestones();
        long seconds =
                Duration.between(passed.startedAt(), passed.completedAt()).toSeconds();
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, (seconds + 59) / 60));
    }

    /** The service was not good yet: the volunteer goes on. */
    public void reopen() {
        this.liveOrderId = orderId;
        this.endedAt = null;
        this.endReason = null;
    }

    /** It ended before the service did. */
    public void end(End how, Instant now) {
        this.liveOrderId = null;
        this.endedAt = now;
        this.endReason = how;
    }

    /**
     * The minutes that count.
     *
     * @param confirmed what the resident says, null for what was claimed
     * @throws DomainException 400 when more than was claimed
     */
    public int confirm(@Nullable Integer confirmed) {
        int claimed = claimedMinutes == null ? 1 : claimedMinutes;
        if (confirmed != null && (confirmed < 1 || confirmed > claimed)) {
            throw DomainException.invalidField("minutes", "orders.confirm-out-of-range", claimed);
        }
        return confirmed == null ? claimed : confirmed;
    }

    public boolean isLive() {
        return liveOrderId != null;
    }

    public boolean isDone() {
        return endReason == End.DONE;
    }

    public long id() {
        return id;
    }

    public long dispatchId() {
        return dispatchId;
    }

    public long volunteerId() {
        return volunteerId;
    }

    public Instant acceptedAt() {
        return acceptedAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public @Nullable String journal() {
        return journal;
    }

    public @Nullable Integer claimedMinutes() {
        return claimedMinutes;
    }
}
