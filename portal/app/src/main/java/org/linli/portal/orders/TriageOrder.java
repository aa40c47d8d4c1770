package org.linli.portal.orders;

import org.jspecify.annotations.Nullable;

/**
 * 三事分流.
 *
 * @param order which
 * @param affair whose affair it is
 * @param severity how heavy
 * @param note why, at most 500 characters
 */
public record TriageOrder(
        OrderRef order,
        @Nullable Affair affair,
        @Nullable Severity severity,
        @Nullable String note) {}
