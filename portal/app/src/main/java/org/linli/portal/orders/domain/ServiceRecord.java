package org.linli.portal.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.platform.persistence.Ids;

/**
 * 服务记录: who served whom, when and how long. The legal time record: an order appends its first record here and none is
 * ever changed; the feature hours appends what corrects it.
 */
@Entity
@Table(name = "service_record")
public class ServiceRecord {
    @Id
    private long id;

    @Column(name = "order_id")
    private @Nullable Long orderId;

    @Column(name = "community_id")
    private long communityId;

    @Column(name = "volunteer_id")
    private long volunteerId;

    @Column(name = "resident_id")
    private @Nullable Long residentId;

    @Column(name = "item_id")
    private long itemId;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    private int minutes;

    @Enumerated(EnumType.STRING)
    private Evidence evidence;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected ServiceRecord() {}

    /** The record of a reviewed order. */
    public ServiceRecord(ServiceOrder order, Assignment assignment, Review review) {
        this.id = Ids.next();
        this.orderId = order.id();
        this.communityId = order.communityId();
        this.volunteerId = assignment.volunteerId();
        this.residentId = order.request().principalId();
        this.itemId = order.terms().itemId();
        this.startedAt = order.milestones().startedAt();
        this.endedAt = order.milestones().completedAt();
        this.minutes = review.confirmedMinutes();
        this.evidence = Evidence.of(order, review.reviewerId());
        this.recordedAt = review.reviewedAt();
    }

    /** The event that points observe. */
    public ServiceRecorded recorded(ServiceOrder order, ServiceItem item, Review review) {
        return new ServiceRecorded(
                id,
                orderId,
                null,
                communityId,
                volunteerId,
                residentId,
                review.reviewerId(),
                itemId,
                item.name(),
                item.nameEn(),
                startedAt,
                endedAt,
                minutes,
                order.terms().expectedMinutes(),
                order.terms().pointsRate(),
                evidence.name(),
                recordedAt);
    }

    public long id() {
        return id;
    }

    public long communityId() {
        return communityId;
    }

    public int minutes() {
        return minutes;
    }

    public Evidence evidence() {
        return evidence;
    }
}
