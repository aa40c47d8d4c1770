package org.linli.portal.orders.domain;

import org.jspecify.annotations.Nullable;

/** How well a service record is proven; the column keeps the letter. */
public enum Evidence {
    /** The resident's code at the start and the resident's own confirmation. */
    B,
    /** Confirmation only, without a code. */
    C,
    /** Confirmed by a proxy, or by default because nobody did in time. */
    D;

    /** The grade for an order that was checked in with a code. */
    static Evidence of(ServiceOrder order, @Nullable Long confirmedBy) {
        return confirmedBy != null && confirmedBy == order.request().principalId() ? B : D;
    }
}
