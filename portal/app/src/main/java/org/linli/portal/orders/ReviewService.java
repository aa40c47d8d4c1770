package org.linli.portal.orders;

import org.jspecify.annotations.Nullable;

/**
 * 评单: confirms and rates a service.
 *
 * @param order which
 * @param rating 1 to 5
 * @param comment at most 500 characters
 * @param minutes confirmed, at most what was claimed; null for all of it
 */
public record ReviewService(
        OrderRef order,
        @Nullable Integer rating,
        @Nullable String comment,
        @Nullable Integer minutes) {}
