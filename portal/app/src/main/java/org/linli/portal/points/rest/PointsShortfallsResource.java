package org.linli.portal.points.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.points.PointsQueries;
import org.linli.portal.points.Shortfall;

/** Points of reversed service records that were spent before they could be taken back. */
@Path("/communities/{community}/points-shortfalls")
@Tag(name = "points")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PointsShortfallsResource {
    private final PointsQueries queries;

    @Inject
    public PointsShortfallsResource(PointsQueries queries) {
        this.queries = queries;
    }

    /** One of them. */
    @Schema(name = "PointsShortfall")
    public record ShortfallJson(
            String recordId,
            String personId,
            String name,

            @Schema(description = "Reversing this transaction settles it")
            String transactionId,

            @Schema(example = "12.5") String amount,

            @Schema(example = "3", description = "What the person could give back now")
            String available,

            Instant foundAt,
            @Nullable Instant settledAt) {
        static ShortfallJson of(Shortfall one) {
            return new ShortfallJson(
                    Long.toString(one.recordId()),
                    Long.toString(one.personId()),
                    one.name(),
                    Long.toString(one.transactionId()),
                    Points.format(one.amount()),
                    Points.format(one.available()),
                    one.foundAt(),
                    one.settledAt());
        }
    }

    @GET
    @Operation(
            summary =
                    "Points of reversed service records that were spent and could not be taken back (administrators and"
                            + " auditors)")
    public Page<ShortfallJson> list(
            @PathParam("community") String community,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Page<Shortfall> page = queries.shortfalls(Id.ofPath(community), Window.of(cursor, limit));
        return new Page<>(page.items().stream().map(ShortfallJson::of).toList(), page.nextCursor());
    }
}
