package org.linli.portal.points.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.EntityTags;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.points.check.CheckDesk;
import org.linli.portal.points.check.CheckQueries;
import org.linli.portal.points.check.Thresholds;
import org.linli.portal.points.rest.WireHeld.ThresholdsJson;

/** From where on the detectors of a community hold points. */
@Path("/communities/{community}/check-thresholds")
@Tag(name = "points")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CheckThresholdsResource {
    private final CheckQueries queries;
    private final CheckDesk desk;

    @Inject
    public CheckThresholdsResource(CheckQueries queries, CheckDesk desk) {
        this.queries = queries;
        this.desk = desk;
    }

    @GET
    @Operation(summary = "The thresholds (administrators, supervisors, auditors)")
    @Answer(value = ThresholdsJson.class, tagged = true)
    public Response get(@PathParam("community") String community) {
        return answer(queries.thresholds(Id.ofPath(community)));
    }

    @PUT
    @Operation(summary = "Set the thresholds (community administrators); needs If-Match")
    @Answer(value = ThresholdsJson.class, tagged = true)
    public Response set(
            @PathParam("community") String community,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable ThresholdsJson body) {
        long seen = EntityTags.version(ifMatch);
        return answer(desk.set(Id.ofPath(community), seen, Body.required(body).thresholds()));
    }

    private static Response answer(Thresholds thresholds) {
        return Response.ok(ThresholdsJson.of(thresholds))
                .tag(EntityTags.of(thresholds.version()))
                .build();
    }
}
