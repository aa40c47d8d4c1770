package org.linli.portal.orders;

import org.jspecify.annotations.Nullable;

/**
 * The volunteer is done.
 *
 * @param order which
 * @param journal what was done, at most 2000 characters
 * @param minutes claimed, up to twice what the item expects; null for the time since check-in
 */
public record CompleteService(
        OrderRef order, @Nullable String journal, @Nullable Integer minutes) {}
