package org.linli.portal.orders.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an order is placed with, once all of it has been checked.
 *
 * @param id id of the order to be
 * @param number what people read out, yyMMdd-XXXXX
 * @param unitId where the service happens
 * @param principalId who needs it
 * @param placerId who places it
 * @param consentNote how the principal agreed, null when placing for oneself
 * @param description the need in the resident's words
 * @param address where exactly
 * @param wantedFrom earliest start
 * @param wantedTo latest end
 */
public record Placing(
        long id,
        String number,
        long unitId,
        long principalId,
        long placerId,
        @Nullable String consentNote,
        String description,
        String address,
        Instant wantedFrom,
        Instant wantedTo) {}
