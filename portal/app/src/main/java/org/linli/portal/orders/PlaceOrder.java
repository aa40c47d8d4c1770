package org.linli.portal.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;

/**
 * 点单: places an order. What is null takes the usual value where there is one.
 *
 * @param orderId chosen beforehand by a page, so that a double click makes one order; null for a new one
 * @param itemId the service item
 * @param principalId who needs it, null for the caller
 * @param consentNote how the principal agreed; needed when placing for another
 * @param description the need in the resident's words, at most 500 characters
 * @param address where exactly, at most 200; null for the principal's address, which only the principal
 *     and those who help by office may leave to the portal
 * @param unitId grid or below where the service happens; null for the principal's home
 * @param wantedFrom earliest start; null for now
 * @param wantedTo latest end
 * @param fields what the brand of the service asks for, by the names that it declares
 */
public record PlaceOrder(
        @Nullable Long orderId,
        @Nullable Long itemId,
        @Nullable Long principalId,
        @Nullable String consentNote,
        @Nullable String description,
        @Nullable String address,
        @Nullable Long unitId,
        @Nullable Instant wantedFrom,
        @Nullable Instant wantedTo,
        Data fields) {}
