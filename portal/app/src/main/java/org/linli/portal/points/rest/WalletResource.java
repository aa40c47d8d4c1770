package org.linli.portal.points.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.portal.points.PointsQueries;
import org.linli.portal.points.rest.WirePoints.WalletJson;

/** The caller's own points and hours. */
@Path("/me/wallet")
@Tag(name = "points")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class WalletResource {
    private final PointsQueries queries;

    @Inject
    public WalletResource(PointsQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(summary = "My points and my hours of service")
    public WalletJson wallet() {
        return WalletJson.of(queries.wallet());
    }
}
