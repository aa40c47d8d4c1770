package org.linli.portal.people.rest;

import org.jspecify.annotations.Nullable;
import org.linli.portal.people.GrantView;

/** A role of a person on the wire; {@code version} is what its entity tag is made of. */
public record GrantBody(
        String id,
        String personId,
        String unitId,
        String unitName,
        String role,
        String status,
        String validFrom,
        @Nullable String validTo,
        String etag) {
    static GrantBody of(GrantView grant) {
        return new GrantBody(
                Long.toString(grant.id()),
                Long.toString(grant.personId()),
                Long.toString(grant.unitId()),
                grant.unitName(),
                grant.role().name(),
                grant.status().name(),
                grant.validFrom().toString(),
                grant.validTo() == null ? null : grant.validTo().toString(),
                "\"v" + grant.version() + "\"");
    }
}
