package org.linli.portal.points.nomination.rest;

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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.points.nomination.Nomination;
import org.linli.portal.points.nomination.NominationDesk;
import org.linli.portal.points.nomination.NominationQueries;
import org.linli.portal.points.nomination.NominationStatus;
import org.linli.portal.points.nomination.Nominees;
import org.linli.portal.points.nomination.ObjectionDesk;
import org.linli.portal.points.nomination.rest.NominationWire.DecisionJson;
import org.linli.portal.points.nomination.rest.NominationWire.NewNominationJson;
import org.linli.portal.points.nomination.rest.NominationWire.NewObjectionJson;
import org.linli.portal.points.nomination.rest.NominationWire.NominationJson;
import org.linli.portal.points.nomination.rest.NominationWire.ObjectionJson;
import org.linli.portal.points.nomination.rest.NominationWire.VoteJson;

/** 好人好事, 典型推荐: nominate, second, vote, object. */
@Path("/nominations")
@Tag(name = "points")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NominationsResource {
    private final NominationDesk desk;
    private final ObjectionDesk objections;
    private final NominationQueries queries;
    private final Nominees nominees;

    @Inject
    public NominationsResource(
            NominationDesk desk, ObjectionDesk objections, NominationQueries queries, Nominees nominees) {
        this.desk = desk;
        this.objections = objections;
        this.queries = queries;
        this.nominees = nominees;
    }

    @GET
    @Operation(summary = "Nominations of a community, newest first; of my own unless another is named")
    public Page<NominationJson> list(
            @QueryParam("communityId") @Nullable String communityId,
            @QueryParam("status") @Schema(implementation = NominationStatus.class) @Nullable String status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Long community =
                communityId == null || communityId.isBlank() ? null : (Long) Id.ofField(communityId, "communityId");
        Page<Nomination> page = queries.list(community, NominationWire.status(status), Window.of(cursor, limit));
        return new Page<>(page.items().stream().map(NominationJson::of).toList(), page.nextCursor());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One nomination")
    public NominationJson one(@PathParam("id") String id) {
        return NominationJson.of(queries.one(Id.ofPath(id)));
    }

    @POST
    @Once
    @Operation(summary = "Nominate somebody of my community, never myself")
    @Answer(value = NominationJson.class, status = 201)
    public Response nominate(@Nullable NewNominationJson body) {
        Nomination nomination = desk.nominate(Body.required(body).command(nominees));
        return Response.created(URI.create("nominations/" + nomination.id()))
                .entity(NominationJson.of(nomination))
                .build();
    }

    @POST
    @Once
    @Path("/{id}/second")
    @Operation(summary = "Second a nomination of somebody else")
    @Answer(NominationJson.class)
    public Response second(@PathParam("id") String id) {
        return answer(desk.second(Id.ofPath(id)));
    }

    @POST
    @Once
    @Path("/{id}/withdraw")
    @Operation(summary = "Take my nomination back before it is announced")
    @Answer(NominationJson.class)
    public Response withdraw(@PathParam("id") String id) {
        return answer(desk.withdraw(Id.ofPath(id)));
    }

    @POST
    @Once
    @Path("/{id}/votes")
    @Operation(summary = "Vote as a member of the panel (administrators, assessors), once")
    @Answer(NominationJson.class)
    public Response vote(@PathParam("id") String id, @Nullable VoteJson body) {
        VoteJson vote = Body.required(body);
        return answer(desk.vote(Id.ofPath(id), vote.approve(), vote.note()));
    }

    @GET
    @Path("/{id}/objections")
    @Operation(summary = "Objections to an announced nomination (administrators, auditors)")
    public List<ObjectionJson> objections(@PathParam("id") String id) {
        return queries.objections(Id.ofPath(id)).stream().map(ObjectionJson::of).toList();
    }

    @POST
    @Once
    @Path("/{id}/objections")
    @Operation(summary = "Object to an announced nomination, with a reason, once")
    @Answer(value = NominationJson.class, status = 201)
    public Response object(@PathParam("id") String id, @Nullable NewObjectionJson body) {
        Nomination nomination =
                objections.object(Id.ofPath(id), Body.required(body).reason());
        return Response.status(Response.Status.CREATED)
                .entity(NominationJson.of(nomination))
                .build();
    }

    @POST
    @Once
    @Path("/{id}/objections/{objection}/decision")
    @Operation(summary = "Uphold an objection, which ends the nomination, or dismiss it (administrators)")
    @Answer(NominationJson.class)
    public Response decide(
            @PathParam("id") String id, @PathParam("objection") String objection, @Nullable DecisionJson body) {
        DecisionJson decision = Body.required(body);
        return answer(objections.decide(Id.ofPath(id), Id.ofPath(objection), decision.uphold(), decision.answer()));
    }

    private static Response answer(Nomination nomination) {
        return Response.ok(NominationJson.of(nomination)).build();
    }
}
