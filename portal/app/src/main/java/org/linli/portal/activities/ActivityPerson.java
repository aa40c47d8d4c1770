package org.linli.portal.activities;

/**
 * Somebody on the list of a date, as those see them who see to it.
 *
 * @param publicNumber never a telephone number
 * @param minutes attended, 0 before
 */
public record ActivityPerson(long personId, String name, String publicNumber, PersonState state, int minutes) {}
