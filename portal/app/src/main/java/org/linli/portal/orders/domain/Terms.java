package org.linli.portal.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** On what terms an order was placed: what the catalogue said then. An item that changes later changes no order. */
@Embeddable
public class Terms {
    /** Nobody serves longer at a stretch. */
    private static final int MAX_MINUTES = 720;

    @Column(name = "item_id")
    private long itemId;

    @Column(name = "brand_id")
    private @Nullable String brandId;

    @Column(name = "type_code")
    private @Nullable String typeCode;

    @Column(name = "flow_pack_id")
    private long flowPackId;

    @Column(name = "expected_minutes")
    private int expectedMinutes;

    @Column(name = "points_rate")
    private long pointsRate;

    protected Terms() {}

    Terms(ServiceItem item, FlowPack pack) {
        this.itemId = item.id();
        this.brandId = item.brandId();
        this.typeCode = item.typeCode();
        this.flowPackId = pack.id();
        this.expectedMinutes = item.expectedMinutes();
        this.pointsRate = item.pointsRate();
    }

    public long itemId() {
        return itemId;
    }

    /** The brand whose order it is, null for the core's own. */
    public @Nullable String brandId() {
        return brandId;
    }

    /** The brand's type of order, null for the core's own. */
    public @Nullable String typeCode() {
        return typeCode;
    }

    /** The edition that the order follows to its end. */
    public long flowPackId() {
        return flowPackId;
    }

    public int expectedMinutes() {
        return expectedMinutes;
    }

    /** Hundredths of a point for an hour. */
    public long pointsRate() {
        return pointsRate;
    }

    /** Longest time that a volunteer may claim, in minutes: twice what the item expects. */
    public int claimLimit() {
        return Math.min(MAX_MINUTES, 2 * expectedMinutes);
    }
}
