package org.linli.portal.points.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.Movement;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.points.PointsDesk;
import org.linli.portal.points.PointsQueries;
import org.linli.portal.points.Receipts;
import org.linli.portal.points.rest.WirePoints.NewReversalJson;
import org.linli.portal.points.rest.WirePoints.TransactionJson;

/** Single movements of points and their correction. */
@Path("/points-transactions")
@Tag(name = "points")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PointsTransactionsResource {
    private final PointsDesk desk;
    private final PointsQueries queries;
    private final Receipts receipts;
    private final Language language;

    @Inject
    public PointsTransactionsResource(PointsDesk desk, PointsQueries queries, Receipts receipts, Language language) {
        this.desk = desk;
        this.queries = queries;
        this.receipts = receipts;
        this.language = language;
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One movement of points with its receipt")
    public TransactionJson one(@PathParam("id") String id) {
        return TransactionJson.of(receipts.explain(queries.movement(Id.ofPath(id)), language.locale()));
    }

    @POST
    @Once
    @Path("/{id}/reversal")
    @Operation(summary = "Take a mistaken payment or award back by its opposite (community administrators)")
    @Answer(value = TransactionJson.class, status = 201)
    public Response reverse(@PathParam("id") String id, @Nullable NewReversalJson body) {
        return created(
                queries.movement(desk.reverse(Id.ofPath(id), Body.required(body).reason())));
    }

    Response created(Movement movement) {
        TransactionJson created = TransactionJson.of(receipts.explain(movement, language.locale()));
        return Response.created(URI.create("points-transactions/" + movement.id()))
                .entity(created)
                .build();
    }
}
