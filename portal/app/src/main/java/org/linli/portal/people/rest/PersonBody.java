package org.linli.portal.people.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.PersonView;

/** A person on the wire; the telephone number is masked. */
public record PersonBody(
        @Schema(example = "169242682982415648") String id,
        @Schema(example = "169242682982400112") String communityId,
        @Schema(example = "169242682982403584") String homeUnitId,
        @Schema(example = "林建国") String name,
        @Schema(example = "R-7K3QX") String publicNumber,
        @Schema(example = "154****0001") @Nullable String phone,
        @Schema(example = "3栋2单元501") String address,
        @Schema(example = "1958") @Nullable Integer birthYear) {
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
