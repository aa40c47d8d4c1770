package org.linli.portal.people.rest;

import org.jspecify.annotations.Nullable;
import org.linli.portal.people.PersonView;

/** A person on the wire; the telephone number is masked. */
public record PersonBody(
        String id,
        String communityId,
        String homeUnitId,
        String name,
        String publicNumber,
        @Nullable String phone,
        String address,
        @Nullable Integer birthYear) {
    static PersonBody of(PersonView person) {
        return new PersonBody(
                Long.toString(person.id()),
                Long.toString(person.communityId()),
                Long.toString(person.homeUnitId()),
                person.name(),
                person.publicNumber(),
                person.maskedPhone(),
                person.address(),
                person.birthYear());
    }
}
