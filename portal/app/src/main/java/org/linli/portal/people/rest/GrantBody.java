package org.linli.portal.people.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.GrantView;
import org.linli.portal.people.Role;

/** A role of a person on the wire; {@code version} is what its entity tag is made of. */
@Schema(name = "RoleGrant")
public record GrantBody(
        @Schema(example = "169242682982405472") String id,
        @Schema(example = "169242682982415648") String personId,
        @Schema(example = "169242682982400112") String unitId,
        @Schema(example = "旺家社区") String unitName,
        @Schema(implementation = Role.class) String role,
        @Schema(implementation = GrantView.Status.class) String status,
        @Schema(format = "date", example = "2026-11-22") String validFrom,

        @Schema(format = "date", example = "2027-11-21") @Nullable
        String validTo,

        @Schema(example = "\"v0\"", description = "For If-Match of a decision")
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
