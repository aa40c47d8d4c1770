package org.linli.portal.points.gift.rest;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.points.gift.GiftQueries;
import org.linli.portal.points.gift.InNeed;
import org.linli.portal.points.gift.NeedDesk;
import org.linli.portal.points.gift.rest.GiftWire.NeedJson;
import org.linli.portal.points.gift.rest.GiftWire.NewNeedJson;

/** Whom members may give points; with its reasons, for administrators and auditors. */
@Path("/communities/{community}/persons-in-need")
@Tag(name = "points")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PersonsInNeedResource {
    private final NeedDesk desk;
    private final GiftQueries queries;

    @Inject
    public PersonsInNeedResource(NeedDesk desk, GiftQueries queries) {
        this.desk = desk;
        this.queries = queries;
    }

    @GET
    @Operation(summary = "The list with what is over, newest first (administrators, auditors)")
    public Page<NeedJson> list(
            @PathParam("community") String community,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Page<InNeed> page = queries.needs(Id.ofPath(community), Window.of(cursor, limit));
        return new Page<>(page.items().stream().map(NeedJson::of).toList(), page.nextCursor());
    }

    @POST
    @Once
    @Operation(summary = "Put somebody of the community on the list (administrators, never themselves)")
    @Answer(value = NeedJson.class, status = 201)
    public Response add(@PathParam("community") String community, @Nullable NewNeedJson body) {
        return Response.status(Response.Status.CREATED)
                .entity(NeedJson.of(
                        desk.add(Id.ofPath(community), Body.required(body).command())))
                .build();
    }

    @POST
    @Once
    @Path("/{id}/end")
    @Operation(summary = "Take somebody off the list (administrators)")
    @Answer(NeedJson.class)
    public Response end(@PathParam("community") String community, @PathParam("id") String id) {
        return Response.ok(NeedJson.of(desk.end(Id.ofPath(community), Id.ofPath(id))))
                .build();
    }
}
