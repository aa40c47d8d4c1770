package org.linli.portal.points.expiry.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.points.expiry.ExpiryQueries;
import org.linli.portal.points.expiry.ExpiryTerms;
import org.linli.portal.points.expiry.Outlook;

/** Which of the caller's points will expire. */
@Path("/me/points-expiry")
@Tag(name = "points")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MyExpiryResource {
    private final ExpiryQueries queries;

    @Inject
    public MyExpiryResource(ExpiryQueries queries) {
        this.queries = queries;
    }

    /** What will expire, if nothing is earned or spent before. */
    @Schema(name = "PointsExpiry")
    public record ExpiryJson(
            @Schema(implementation = ExpiryTerms.Kind.class) String expiry, List<ComingJson> coming) {}

    /** One day. */
    @Schema(name = "ExpiringPoints")
    public record ComingJson(
            LocalDate on, @Schema(example = "12.5") String points, boolean announced) {}

    @GET
    @Operation(summary = "My points that will expire, the nearest day first")
    public ExpiryJson mine() {
        Outlook outlook = queries.mine();
        return new ExpiryJson(
                outlook.terms().kind().name(),
                outlook.coming().stream()
                        .map(coming -> new ComingJson(coming.on(), Points.format(coming.amount()), coming.announced()))
                        .toList());
    }
}
