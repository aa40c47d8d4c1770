package org.linli.portal.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** 考单: the organisation's score of 0 to 100 for a service, in packs that ask for it. */
@Entity
@Table(name = "assessment")
public class Assessment {
    @Id
    @Column(name = "order_id")
    private long orderId;

    @Column(name = "assessor_id")
    private long assessorId;

    private int score;
    private String comment;

    @Column(name = "assessed_at")
    private Instant assessedAt;

    protected Assessment() {}

    public Assessment(ServiceOrder order, long assessorId, int score, Act act) {
        this.orderId = order.id();
        this.assessorId = assessorId;
        this.score = score;
        this.comment = act.note();
        this.assessedAt = act.at();
    }

    public long orderId() {
        return orderId;
    }

    public long assessorId() {
        return assessorId;
    }

    public int score() {
        return score;
    }

    public String comment() {
        return comment;
    }

    public Instant assessedAt() {
        return assessedAt;
    }
}
