package org.linli.portal.points.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.points.Earned;
import org.linli.portal.points.PointsQueries;
import org.linli.portal.points.Receipts;
import org.linli.portal.points.rest.WirePoints.ServicePointsJson;

/** What each of the caller's services earned, also when that was nothing, and why. */
@Path("/me/service-points")
@Tag(name = "points")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MyServicePointsResource {
    private final PointsQueries queries;
    private final Receipts receipts;
    private final Language language;

    @Inject
    public MyServicePointsResource(PointsQueries queries, Receipts receipts, Language language) {
        this.queries = queries;
        this.receipts = receipts;
        this.language = language;
    }

    @GET
    @Operation(summary = "What my services earned, also when nothing, newest first, each with why")
    public Page<ServicePointsJson> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("nothing") boolean nothingOnly) {
        Page<Earned> page = queries.earned(nothingOnly, Window.of(cursor, limit));
        return new Page<>(
                page.items().stream()
                        .map(earned -> ServicePointsJson.of(earned, receipts, language.locale()))
                        .toList(),
                page.nextCursor());
    }
}
