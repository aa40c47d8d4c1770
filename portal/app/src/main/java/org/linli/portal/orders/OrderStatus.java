package org.linli.portal.orders;

import java.util.EnumSet;
import java.util.Set;

/** Where an order stands (domain.md: order life cycle). */
public enum OrderStatus {
    PLACED,
    /** Only in packs with triage. */
    TRIAGED,
    DISPATCHED,
    ACCEPTED,
    IN_SERVICE,
    COMPLETED,
    REVIEWED,
    /** Only in packs with assessment. */
    ASSESSED,
    CLOSED,
    CANCELLED,
    EXPIRED;

    /** Waiting for the dispatcher or for a volunteer's answer. */
    public static final Set<OrderStatus> QUEUED = Set.copyOf(EnumSet.of(PLACED, TRIAGED, DISPATCHED));

    /** Not at an end yet. */
    public static final Set<OrderStatus> OPEN = Set.copyOf(EnumSet.range(PLACED, ASSESSED));

    /** Nothing more can happen. */
    public boolean isFinal() {
        return this == CLOSED || this == CANCELLED || this == EXPIRED;
    }

    /** The service has been rendered; the order can no longer be cancelled. */
    public boolean isServed() {
        return this == COMPLETED || this == REVIEWED || this == ASSESSED || this == CLOSED;
    }
}
