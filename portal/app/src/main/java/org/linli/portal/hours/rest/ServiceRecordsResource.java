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
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.hours.Correction;
import org.linli.portal.hours.CorrectionDesk;
import org.linli.portal.hours.HoursQueries;
import org.linli.portal.hours.ServiceEntry;
import org.linli.portal.hours.rest.HoursWire.CorrectionJson;
import org.linli.portal.hours.rest.HoursWire.NewCorrectionJson;
import org.linli.portal.hours.rest.HoursWire.RecordJson;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** The time record of a community, and wishes to correct it. */
@Path("/service-records")
@Tag(name = "hours")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ServiceRecordsResource {
    private final HoursQueries queries;
    private final CorrectionDesk desk;

    @Inject
    public ServiceRecordsResource(HoursQueries queries, CorrectionDesk desk) {
        this.queries = queries;
        this.desk = desk;
    }

    @GET
    @Operation(
            summary = "Records of a community or of a volunteer of mine, newest first (administrators, dispatchers,"
                    + " supervisors, auditors)")
    public Page<RecordJson> list(
            @QueryParam("communityId") @Nullable String communityId,
            @QueryParam("volunteerId") @Nullable String volunteerId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Window window = Window.of(cursor, limit);
        new Violations()
                .check((communityId == null) != (volunteerId == null), "communityId", "hours.one-of-both")
                .throwIfAny();
        Page<ServiceEntry> page = communityId != null
                ? queries.records(Id.ofField(communityId, "communityId"), window)
                : queries.recordsOf(Id.ofField(String.valueOf(volunteerId), "volunteerId"), window);
        return new Page<>(page.items().stream().map(RecordJson::of).toList(), page.nextCursor());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One record: my own, or of a community that I work in")
    public RecordJson one(@PathParam("id") String id) {
        return RecordJson.of(queries.record(Id.ofPath(id)));
    }

    @GET
    @Path("/{id}/corrections")
    @Operation(summary = "Wishes to correct a record, newest first")
    public List<CorrectionJson> corrections(@PathParam("id") String id) {
        return queries.correctionsOf(Id.ofPath(id)).stream()
                .map(CorrectionJson::of)
                .toList();
    }

    @POST
    @Once
    @Path("/{id}/corrections")
    @Operation(summary = "Ask for a correction: the volunteer, or an administrator, who stands behind it at once")
    @Answer(value = CorrectionJson.class, status = 201)
    public Response ask(@PathParam("id") String id, @Nullable NewCorrectionJson body) {
        NewCorrectionJson wish = Body.required(body);
        Correction correction = desk.ask(Id.ofPath(id), wish.minutes(), wish.reason());
        return Response.created(URI.create("service-corrections/" + correction.id()))
                .entity(CorrectionJson.of(correction))
                .build();
    }
}
