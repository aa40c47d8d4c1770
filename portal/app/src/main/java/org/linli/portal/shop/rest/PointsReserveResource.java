package org.linli.portal.shop.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.shop.Coverage;
import org.linli.portal.shop.CoverageQueries;

/** How far the goods of the shop back the points of a community. */
@Path("/communities/{community}/points-reserve")
@Tag(name = "points")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PointsReserveResource {
    private final CoverageQueries queries;

    @Inject
    public PointsReserveResource(CoverageQueries queries) {
        this.queries = queries;
    }

    /** Goods against points. */
    @Schema(name = "PointsReserve")
    public record ReserveJson(
            @Schema(example = "12480", description = "what the goods are worth, in points")
            String reserve,

            @Schema(description = "all points that goods may be asked for")
            String circulation,

            @Schema(description = "of members") String members,

            @Schema(description = "reserved for redemptions")
            String held,

            @Schema(description = "in the pool") String pool,

            @Schema(example = "0.87", description = "reserve to circulation")
            double coverage,

            List<GoodsJson> goods) {}

    /** Goods in the house. */
    @Schema(name = "ReserveGoods")
    public record GoodsJson(String itemId, String name, int pieces, String price, String value) {
        static GoodsJson of(Coverage.Line line) {
            return new GoodsJson(
                    String.valueOf(line.itemId()),
                    line.name(),
                    line.pieces(),
                    Points.format(line.price()),
                    Points.format(line.value()));
        }
    }

    @GET
    @Operation(summary = "Goods that back the points, and the points in circulation (administrators, auditors)")
    public ReserveJson coverage(@PathParam("community") String community) {
        Coverage coverage = queries.coverage(Id.ofPath(community));
        return new ReserveJson(
                Points.format(coverage.reserve()),
                Points.format(coverage.circulation()),
                Points.format(coverage.members()),
                Points.format(coverage.held()),
                Points.format(coverage.pool()),
                coverage.share(),
                coverage.goods().stream().map(GoodsJson::of).toList());
    }
}
