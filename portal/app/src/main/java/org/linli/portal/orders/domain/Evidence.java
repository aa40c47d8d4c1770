package org.linli.portal.orders.domain;

import org.jspecify.annotations.Nullable;

/** How well a service record is proven; the column keeps the letter. */
public enum Evidence {
    /** The resident's code at the start and another at the end, and the resident's own confirmation. */
    A,
    /** The resident's code at the start and the resident's own confirmation. */
    B,
    /** Confirmation only, without a code; also by a step of a brand. */
    C,
    /** Confirmed by a proxy, or by default because nobody did in time. */
    D,
    /** Entered afterwards by staff and approved by a second person. */
    E;

    /** The grade: by the codes, if the flow has any, and by who confirmed. */
    static Evidence of(ServiceOrder order, @Nullable Long confirmedBy) {
        if (confirmedBy == null) {
            return D;
        }
        if (!order.flow().has(Stage.REVIEW)) {
            return C; // a step of the brand confirmed it, by somebody other than who served
        }
        if (confirmedBy != order.request().principalId()) {
            return D;
        }
        if (!order.flow().needsCode()) {
            return C;
        }
        return order.code().isCodedOut() ? A : B;
    }
}
