package org.linli.portal.activities.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.activities.ActivityQueries;
import org.linli.portal.activities.Series;
import org.linli.portal.activities.SeriesDesk;
import org.linli.portal.activities.rest.ActivityWire.EndingJson;
import org.linli.portal.activities.rest.ActivityWire.SeriesJson;
import org.linli.portal.activities.rest.ActivityWire.SeriesPlanJson;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.EntityTags;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** Series of activities, for administrators and dispatchers. */
@Path("/activity-series")
@Tag(name = "activities")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ActivitySeriesResource {
    private final ActivityQueries queries;
    private final SeriesDesk desk;

    @Inject
    public ActivitySeriesResource(ActivityQueries queries, SeriesDesk desk) {
        this.queries = queries;
        this.desk = desk;
    }

    @GET
    @Operation(summary = "A community's own series that go on, newest first (administrators, dispatchers)")
    public Page<SeriesJson> list(
            @QueryParam("communityId") @Nullable String communityId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Page<Series> page = queries.series(Wire.id(communityId, "communityId"), Window.of(cursor, limit));
        return new Page<>(page.items().stream().map(SeriesJson::of).toList(), page.nextCursor());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One series (administrators, dispatchers)")
    @Answer(value = SeriesJson.class, tagged = true)
    public Response one(@PathParam("id") String id) {
        return answer(Response.ok(), queries.series(Id.ofPath(id)));
    }

    @POST
    @Once
    @Operation(summary = "Begin a series; its dates of the next 60 days are there at once")
    @Answer(value = SeriesJson.class, status = 201, tagged = true)
    public Response plan(@Nullable SeriesPlanJson body) {
        SeriesPlanJson plan = Body.required(body);
        Series series = desk.plan(Ids.next(), Wire.id(plan.communityId(), "communityId"), plan.input());
        return answer(Response.created(URI.create("activity-series/" + series.id())), series);
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change the plan: dates that have not begun follow it; needs If-Match")
    @Answer(value = SeriesJson.class, tagged = true)
    public Response change(
            @PathParam("id") String id,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable SeriesPlanJson body) {
        long seen = EntityTags.version(ifMatch);
        queries.series(Id.ofPath(id));
        return answer(
                Response.ok(),
                desk.change(Id.ofPath(id), seen, Body.required(body).input()));
    }

    @POST
    @Once
    @Path("/{id}/end")
    @Operation(summary = "End it: what has not begun is cancelled")
    @Answer(value = SeriesJson.class, tagged = true)
    public Response end(@PathParam("id") String id, @Nullable EndingJson body) {
        return answer(Response.ok(), desk.end(Id.ofPath(id), Body.required(body).reason()));
    }

    private static Response answer(Response.ResponseBuilder response, Series series) {
        return response.entity(SeriesJson.of(series))
                .tag(EntityTags.of(series.version()))
                .build();
    }
}
