package org.linli.portal.points.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.Movement;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.points.PointsQueries;
import org.linli.portal.points.Receipts;
import org.linli.portal.points.rest.WirePoints.TransactionJson;

/** The caller's own movements of points. */
@Path("/me/points-transactions")
@Tag(name = "points")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MyPointsResource {
    private final PointsQueries queries;
    private final Receipts receipts;
    private final Language language;

    @Inject
    public MyPointsResource(PointsQueries queries, Receipts receipts, Language language) {
        this.queries = queries;
        this.receipts = receipts;
        this.language = language;
    }

    @GET
    @Operation(summary = "My movements of points, newest first, each with its receipt")
    public Page<TransactionJson> transactions(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        Page<Movement> page = queries.statement(Window.of(cursor, limit));
        List<TransactionJson> items = page.items().stream()
                .map(movement -> TransactionJson.of(receipts.explain(movement, language.locale())))
                .toList();
        return new Page<>(items, page.nextCursor());
    }
}
