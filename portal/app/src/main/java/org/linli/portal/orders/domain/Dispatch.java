package org.linli.portal.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.OfferStatus;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.DomainException;

/** 派单: an offer of an order to one volunteer or one team. Answered once. */
@Entity
@Table(name = "dispatch")
public class Dispatch {
    @Id
    private long id;

    @Column(name = "order_id")
    private long orderId;

    @Column(name = "volunteer_id")
    private @Nullable Long volunteerId;

    @Column(name = "team_id")
    private @Nullable Long teamId;

    @Enumerated(EnumType.STRING)
    private OfferStatus status;

    private String reasons;

    @Column(name = "offered_by")
    private long offeredBy;

    @Column(name = "offered_at")
    private Instant offeredAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "answer_note")
    private @Nullable String answerNote;

    @Version
    private long version;

    protected Dispatch() {}

    private Dispatch(long orderId, long offeredBy, Instant now, Instant expiresAt) {
        this.id = Ids.next();
        this.orderId = orderId;
        this.status = OfferStatus.OFFERED;
        this.reasons = "[]";
        this.offeredBy = offeredBy;
        this.offeredAt = now;
        this.expiresAt = expiresAt;
    }

    /** An offer to one volunteer; the reasons are JSON as the dispatcher saw them. */
    public static Dispatch toVolunteer(ServiceOrder order, long volunteerId, String reasons, Act act) {
        Dispatch offer = new Dispatch(order.id(), by(act), act.at(), order.offerEnd(act.at()));
        offer.volunteerId = volunteerId;
        offer.reasons = reasons;
        return offer;
    }

    /** An offer to a team: whoever of it accepts first has the order. */
    public static Dispatch toTeam(ServiceOrder order, long teamId, Act act) {
        Dispatch offer = new Dispatch(order.id(), by(act), act.at(), order.offerEnd(act.at()));
        offer.teamId = teamId;
        return offer;
    }

    private static long by(Act act) {
        if (act.actorId() == null) {
            throw new IllegalArgumentException("offers are made by people");
        }
        return act.actorId();
    }

    public void accept(Instant now) {
        if (status == OfferStatus.LAPSED || (isOpen() && !now.isBefore(expiresAt))) {
            throw DomainException.conflict("orders.offer-lapsed");
        }
        answer(OfferStatus.ACCEPTED, now, null);
    }

    public void decline(Act act) {
        answer(OfferStatus.DECLINED, act.at(), act.note());
    }

    /** The time to answer has run out. */
    public void lapse(Instant now) {
        answer(OfferStatus.LAPSED, now, null);
    }

    /** Taken back: by the dispatcher, because somebody else was faster, or because the order ended. */
    public void withdraw(Instant now) {
        answer(OfferStatus.WITHDRAWN, now, null);
    }

    private void answer(OfferStatus answer, Instant now, @Nullable String note) {
        if (!isOpen()) {
            throw DomainException.conflict("orders.offer-answered");
        }
        this.status = answer;
        this.answeredAt = now;
        this.answerNote = note == null || note.isBlank() ? null : note;
    }

    public boolean isOpen() {
        return status == OfferStatus.OFFERED;
    }

    public boolean isOverdue(Instant now) {
        return isOpen() && !now.isBefore(expiresAt);
    }

    public long id() {
        return id;
    }

    public long orderId() {
        return orderId;
    }

    public @Nullable Long volunteerId() {
        return volunteerId;
    }

    public @Nullable Long teamId() {
        return teamId;
    }

    public OfferStatus status() {
        return status;
    }

    public String reasons() {
        return reasons;
    }

    public long offeredBy() {
        return offeredBy;
    }

    public Instant offeredAt() {
        return offeredAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
