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
import org.linli.portal.hours.BackEntry;
import org.linli.portal.hours.BackEntryDesk;
import org.linli.portal.hours.HoursQueries;
import org.linli.portal.hours.rest.BackEntryWire.BackEntryJson;
import org.linli.portal.hours.rest.BackEntryWire.NewBackEntryJson;
import org.linli.portal.hours.rest.BackEntryWire.NewObjectionJson;
import org.linli.portal.hours.rest.BackEntryWire.ObjectionJson;
import org.linli.portal.hours.rest.HoursWire.DecisionJson;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** Services of the past that staff enter. */
@Path("/back-entries")
@Tag(name = "hours")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BackEntriesResource {
    private final HoursQueries queries;
    private final BackEntryDesk desk;

    @Inject
    public BackEntriesResource(HoursQueries queries, BackEntryDesk desk) {
        this.queries = queries;
        this.desk = desk;
    }

    @GET
    @Operation(
            summary = "What is announced to my community, newest first; with communityId all of a community that I work"
                    + " in, those that are settled with open=false")
    public Page<BackEntryJson> list(
            @QueryParam("communityId") @Nullable String communityId,
            @QueryParam("open") @Nullable Boolean open,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Window window = Window.of(cursor, limit);
        Page<BackEntry> page = communityId == null || communityId.isBlank()
                ? queries.announced(window)
                : queries.backEntries(Id.ofField(communityId, "communityId"), open == null || open, window);
        return new Page<>(page.items().stream().map(BackEntryJson::of).toList(), page.nextCursor());
    }

    @POST
    @Once
    @Operation(summary = "Enter a past service of a volunteer (administrators, dispatchers; never one's own)")
    @Answer(value = BackEntryJson.class, status = 201)
    public Response enter(@Nullable NewBackEntryJson body) {
        BackEntry entry = desk.enter(Body.required(body).command());
        return Response.created(URI.create("back-entries/" + entry.id()))
                .entity(BackEntryJson.of(entry))
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One entry: announced to my community, mine, or of a community that I work in")
    public BackEntryJson one(@PathParam("id") String id) {
        return BackEntryJson.of(queries.backEntry(Id.ofPath(id)));
    }

    @POST
    @Once
    @Path("/{id}/decision")
    @Operation(summary = "The second person, neither who entered it nor the volunteer, approves or refuses")
    @Answer(BackEntryJson.class)
    public Response decide(@PathParam("id") String id, @Nullable DecisionJson body) {
        return answer(desk.decide(Id.ofPath(id), Decisions.agreed(body), Decisions.note(body)));
    }

    @GET
    @Path("/{id}/objections")
    @Operation(summary = "What was said against it, for those who work there; for others what they said themselves")
    public List<ObjectionJson> objections(@PathParam("id") String id) {
        return queries.objections(queries.backEntry(Id.ofPath(id))).stream()
                .map(ObjectionJson::of)
                .toList();
    }

    @POST
    @Once
    @Path("/{id}/objections")
    @Operation(summary = "Object while it is announced to my community; once")
    @Answer(value = BackEntryJson.class, status = 201)
    public Response object(@PathParam("id") String id, @Nullable NewObjectionJson body) {
        BackEntry entry = desk.object(Id.ofPath(id), Body.required(body).reason());
        return Response.status(Response.Status.CREATED)
                .entity(BackEntryJson.of(entry))
                .build();
    }

    @POST
    @Once
    @Path("/{id}/judgement")
    @Operation(
            summary =
                    "Decide about the objections, as somebody who neither entered nor approved it nor objects: with agree"
                            + " it stands, else it is refused; the note is required")
    @Answer(BackEntryJson.class)
    public Response judge(@PathParam("id") String id, @Nullable DecisionJson body) {
        return answer(desk.judge(Id.ofPath(id), Decisions.agreed(body), Decisions.note(body)));
    }

    @POST
    @Once
    @Path("/{id}/withdrawal")
    @Operation(summary = "Whoever entered it takes it back, before it is approved")
    @Answer(BackEntryJson.class)
    public Response withdraw(@PathParam("id") String id) {
        return answer(desk.withdraw(Id.ofPath(id)));
    }

    private static Response answer(BackEntry entry) {
        return Response.ok(BackEntryJson.of(entry)).build();
    }
}
