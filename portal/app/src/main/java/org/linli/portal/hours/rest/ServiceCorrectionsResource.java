package org.linli.portal.hours.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.hours.Correction;
import org.linli.portal.hours.CorrectionDesk;
import org.linli.portal.hours.HoursQueries;
import org.linli.portal.hours.rest.HoursWire.CorrectionJson;
import org.linli.portal.hours.rest.HoursWire.DecisionJson;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** What becomes of wishes to correct the time record. */
@Path("/service-corrections")
@Tag(name = "hours")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ServiceCorrectionsResource {
    private final HoursQueries queries;
    private final CorrectionDesk desk;

    @Inject
    public ServiceCorrectionsResource(HoursQueries queries, CorrectionDesk desk) {
        this.queries = queries;
        this.desk = desk;
    }

    @GET
    @Operation(summary = "Wishes of a community, newest first; those that are settled with open=false")
    public Page<CorrectionJson> list(
            @Parameter(required = true) @QueryParam("communityId") @Nullable String communityId,
            @QueryParam("open") @Nullable Boolean open,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        new Violations().required(communityId, "communityId").throwIfAny();
        long community = Id.ofField(String.valueOf(communityId), "communityId");
        Page<Correction> page = queries.corrections(community, open == null || open, Window.of(cursor, limit));
        return new Page<>(page.items().stream().map(CorrectionJson::of).toList(), page.nextCursor());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One wish: about my record, or of a community that I work in")
    public CorrectionJson one(@PathParam("id") String id) {
        return CorrectionJson.of(queries.correction(Id.ofPath(id)));
    }

    @POST
    @Once
    @Path("/{id}/decision")
    @Operation(summary = "An administrator, not the volunteer, decides what was asked for")
    @Answer(CorrectionJson.class)
    public Response decide(@PathParam("id") String id, @Nullable DecisionJson body) {
        return answer(desk.decide(Id.ofPath(id), Decisions.agreed(body), Decisions.note(body)));
    }

    @POST
    @Once
    @Path("/{id}/confirmation")
    @Operation(summary = "The second person, neither the first nor the volunteer, confirms or refuses")
    @Answer(CorrectionJson.class)
    public Response confirm(@PathParam("id") String id, @Nullable DecisionJson body) {
        return answer(desk.confirm(Id.ofPath(id), Decisions.agreed(body), Decisions.note(body)));
    }

    @POST
    @Once
    @Path("/{id}/withdrawal")
    @Operation(summary = "Whoever asked does without")
    @Answer(CorrectionJson.class)
    public Response withdraw(@PathParam("id") String id) {
        return answer(desk.withdraw(Id.ofPath(id)));
    }

    private static Response answer(Correction correction) {
        return Response.ok(CorrectionJson.of(correction)).build();
    }
}
