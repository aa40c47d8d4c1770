package org.linli.portal.activities.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.activities.Activity;
import org.linli.portal.activities.ActivityDesk;
import org.linli.portal.activities.ActivityQueries;
import org.linli.portal.activities.Agenda;
import org.linli.portal.activities.CheckInDesk;
import org.linli.portal.activities.CheckInGuesses;
import org.linli.portal.activities.PersonState;
import org.linli.portal.activities.SignUpDesk;
import org.linli.portal.activities.rest.ActivityWire.ActivityJson;
import org.linli.portal.activities.rest.ActivityWire.AssignmentJson;
import org.linli.portal.activities.rest.ActivityWire.AttendanceJson;
import org.linli.portal.activities.rest.ActivityWire.EndingJson;
import org.linli.portal.activities.rest.ActivityWire.PersonJson;
import org.linli.portal.activities.rest.ActivityWire.PlanJson;
import org.linli.portal.activities.rest.ActivityWire.SignUpJson;
import org.linli.portal.activities.rest.WireCheckIn.CheckInCodeJson;
import org.linli.portal.activities.rest.WireCheckIn.CheckInJson;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.EntityTags;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** 活动: the calendar of a community. The entity tag covers plan and status; who comes does not change it. */
@Path("/activities")
@Tag(name = "activities")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ActivitiesResource {
    private static final Duration SHOWN = Duration.ofDays(60);

    private final ActivityQueries queries;
    private final ActivityDesk desk;
    private final SignUpDesk signUps;
    private final CheckInDesk checkInDesk;
    private final CheckInGuesses checkIns;

    @Inject
    public ActivitiesResource(
            ActivityQueries queries,
            ActivityDesk desk,
            SignUpDesk signUps,
            CheckInDesk checkInDesk,
            CheckInGuesses checkIns) {
        this.queries = queries;
        this.desk = desk;
        this.signUps = signUps;
        this.checkInDesk = checkInDesk;
        this.checkIns = checkIns;
    }

    @GET
    @Operation(summary = "Dates in order of time: of my community unless another is named, the next 60 days")
    public Page<ActivityJson> list(
            @QueryParam("communityId") @Nullable String communityId,
            @QueryParam("from") @Nullable @Schema(format = "date-time", description = "Now when missing") String from,
            @QueryParam("to") @Nullable @Schema(format = "date-time", description = "60 days after from") String to,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("mine") @Nullable Boolean mine,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Instant start = Wire.time(from, "from");
        Instant first = start == null ? queries.now() : start;
        Instant end = Wire.time(to, "to");
        Agenda agenda = new Agenda(
                Wire.id(communityId, "communityId"),
                first,
                end == null ? first.plus(SHOWN) : end,
                kind == null || kind.isBlank() ? null : kind,
                Boolean.TRUE.equals(mine));
        Page<Activity> page = queries.agenda(
                agenda, Agenda.Cursor.of(cursor), Window.of(null, limit).limit());
        Map<Long, PersonState> states =
                queries.mine(page.items().stream().map(Activity::id).toList());
        return new Page<>(
                page.items().stream()
                        .map(activity -> ActivityJson.of(activity, states.get(activity.id())))
                        .toList(),
                page.nextCursor());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One date")
    @Answer(value = ActivityJson.class, tagged = true)
    public Response one(@PathParam("id") String id) {
        return answer(Response.ok(), queries.one(Id.ofPath(id)));
    }

    @POST
    @Once
    @Operation(summary = "Plan a date (administrators, dispatchers)")
    @Answer(value = ActivityJson.class, status = 201, tagged = true)
    public Response plan(@Nullable PlanJson body) {
        PlanJson plan = Body.required(body);
        Activity activity = desk.plan(
                Ids.next(),
                Wire.id(plan.communityId(), "communityId"),
                plan.input(),
                Wire.ids(plan.assigned(), "assigned"));
        return answer(Response.created(URI.create("activities/" + activity.id())), activity);
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change the plan of a date that has not begun; needs If-Match")
    @Answer(value = ActivityJson.class, tagged = true)
    public Response change(
            @PathParam("id") String id,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable PlanJson body) {
        long seen = EntityTags.version(ifMatch);
        return answer(
                Response.ok(),
                desk.change(Id.ofPath(id), seen, Body.required(body).input()));
    }

    @GET
    @Path("/{id}/people")
    @Operation(summary = "Who is on the list (administrators, dispatchers, leaders of its team)")
    public List<PersonJson> people(@PathParam("id") String id) {
        return queries.people(Id.ofPath(id)).stream().map(PersonJson::of).toList();
    }

    @POST
    @Once
    @Path("/{id}/assignments")
    @Operation(summary = "These and nobody else are on it (administrators, dispatchers, leaders of its team)")
    @Answer(value = ActivityJson.class, tagged = true)
    public Response assign(@PathParam("id") String id, @Nullable AssignmentJson body) {
        return answer(
                Response.ok(),
                desk.assign(Id.ofPath(id), Wire.ids(Body.required(body).personIds(), "personIds")));
    }

    @POST
    @Once
    @Path("/{id}/attendance")
    @Operation(summary = "It has taken place: who came (administrators, dispatchers, leaders of its team)")
    @Answer(value = ActivityJson.class, tagged = true)
    public Response finish(@PathParam("id") String id, @Nullable AttendanceJson body) {
        return answer(
                Response.ok(), desk.finish(Id.ofPath(id), Body.required(body).attendance()));
    }

    @POST
    @Once
    @Path("/{id}/cancel")
    @Operation(summary = "It does not take place; those who would have come are told")
    @Answer(value = ActivityJson.class, tagged = true)
    public Response cancel(@PathParam("id") String id, @Nullable EndingJson body) {
        return answer(
                Response.ok(), desk.cancel(Id.ofPath(id), Body.required(body).reason()));
    }

    @POST
    @Once
    @Path("/{id}/sign-ups")
    @Operation(summary = "I come: a place, or the waiting list")
    @Answer(value = SignUpJson.class, status = 201)
    public Response signUp(@PathParam("id") String id) {
        return Response.status(Response.Status.CREATED)
                .entity(new SignUpJson(signUps.signUp(Id.ofPath(id))))
                .build();
    }

    @DELETE
    @Path("/{id}/sign-ups/mine")
    @Operation(summary = "I do not come after all")
    @Answer(status = 204)
    public Response withdraw(@PathParam("id") String id) {
        signUps.withdraw(Id.ofPath(id));
        return Response.noContent().build();
    }

    /** Again gives the same digits, which are not kept as an answer. */
    @POST
    @Path("/{id}/check-in-code")
    @Operation(
            summary =
                    "Open the check-in: the six digits to be shown at the place (administrators, dispatchers, leaders of its team)")
    public CheckInCodeJson openCheckIn(@PathParam("id") String id) {
        return new CheckInCodeJson(checkInDesk.open(Id.ofPath(id)));
    }

    /** Again changes nothing; wrong digits are counted outside of the transaction that a kept answer would need. */
    @POST
    @Path("/{id}/check-ins")
    @Operation(summary = "I am there, with the digits that are shown at the place")
    @Answer(status = 204)
    @APIResponse(responseCode = "429", description = "Too many wrong codes")
    public Response checkIn(@PathParam("id") String id, @Nullable CheckInJson body) {
        checkIns.checkIn(Id.ofPath(id), Body.required(body).code());
        return Response.noContent().build();
    }

    private Response answer(Response.ResponseBuilder response, Activity activity) {
        return response.entity(
                        ActivityJson.of(activity, queries.mine(activity.id()).orElse(null)))
                .tag(EntityTags.of(activity.version()))
                .build();
    }
}
