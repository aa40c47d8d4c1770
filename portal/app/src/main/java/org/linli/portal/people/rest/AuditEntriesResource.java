package org.linli.portal.people.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.AuditTrail;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** The audit log. */
@Path("/audit-entries")
@Tag(name = "audit")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditEntriesResource {
    private final AuditTrail trail;

    @Inject
    public AuditEntriesResource(AuditTrail trail) {
        this.trail = trail;
    }

    /** A line: who did what to what. */
    @Schema(name = "AuditEntry")
    public record EntryBody(
            String id,
            Instant at,
            @Schema(example = "陈晓敏") String actor,
            @Nullable String communityId,
            @Schema(example = "people.grant") String action,
            @Schema(example = "role_grant") String objectType,
            @Nullable String objectId,
            @Schema(example = "派单员") String detail) {}

    @GET
    @Operation(summary = "What staff did in my part of the tree, newest first")
    public Page<EntryBody> list(
            @QueryParam("community") @Nullable String community,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Long communityId = community == null ? null : (Long) Id.ofField(community, "community");
        Page<AuditTrail.Entry> page = trail.list(communityId, Window.of(cursor, limit));
        return new Page<>(
                page.items().stream()
                        .map(e -> new EntryBody(
                                Long.toString(e.id()),
                                e.at(),
                                e.actorName(),
                                e.communityId() == null ? null : Long.toString(e.communityId()),
                                e.action(),
                                e.objectType(),
                                e.objectId() == null ? null : Long.toString(e.objectId()),
                                e.detail()))
                        .toList(),
                page.nextCursor());
    }
}
