package org.linli.portal.orders;

import org.jspecify.annotations.Nullable;

/**
 * 考单, in packs that ask for it.
 *
 * @param order which
 * @param score 0 to 100
 * @param comment at most 500 characters
 */
public record AssessService(
        OrderRef order, @Nullable Integer score, @Nullable String comment) {}
