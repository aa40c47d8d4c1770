package org.linli.portal.people;

import org.jspecify.annotations.Nullable;

/**
 * A person as staff see them; the telephone number masked.
 *
 * @param homeUnitId where they live: household group, building or grid; the community when unknown
 * @param publicNumber number to be shown and read out, never a phone or ID-card number
 * @param maskedPhone {@code 138****1234}, null when none is known
 * @param birthYear null when unknown
 */
public record PersonView(
        long id,
        long communityId,
        long homeUnitId,
        String name,
        String publicNumber,
        @Nullable String maskedPhone,
        String address,
        @Nullable Integer birthYear,
        long version) {}
