package org.linli.portal.orders;

import org.jspecify.annotations.Nullable;

/**
 * The volunteer is done.
 *
 * @param order which
 * @param journal what was done, at most 2000 characters
 * @param minutes claimed, up to twice what the item expects; null for the time since check-in
 * @param code the second code that the resident shows, null for none: with it the evidence is better
 */
public record CompleteService(
        OrderRef order,
        @Nullable String journal,
        @Nullable Integer minutes,
        @Nullable String code) {
    /** Without a code. */
    public CompleteService(OrderRef order, @Nullable String journal, @Nullable Integer minutes) {
        this(order, journal, minutes, null);
    }
}
