package org.linli.portal.activities;

import java.time.Instant;

/**
 * Somebody on the list of a date.
 *
 * @param minutes attended, 0 before
 * @param at since when they are in that state
 */
public record Participant(long personId, PersonState state, int minutes, Instant at) {}
