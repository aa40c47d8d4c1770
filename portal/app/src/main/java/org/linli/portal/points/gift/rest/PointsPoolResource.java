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
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.points.gift.GiftQueries;
import org.linli.portal.points.gift.PoolDesk;
import org.linli.portal.points.gift.PoolGrant;
import org.linli.portal.points.gift.rest.GiftWire.GrantJson;
import org.linli.portal.points.gift.rest.GiftWire.NewGrantJson;
import org.linli.portal.points.gift.rest.GiftWire.PoolJson;

/** The pool of a community: what members gave for persons in need, and what was granted. */
@Path("/communities/{community}/points-pool")
@Tag(name = "points")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PointsPoolResource {
    private final PoolDesk desk;
    private final GiftQueries queries;

    @Inject
    public PointsPoolResource(PoolDesk desk, GiftQueries queries) {
        this.desk = desk;
        this.queries = queries;
    }

    @GET
    @Operation(summary = "What the pool holds")
    public PoolJson pool(@PathParam("community") String community) {
        long id = Id.ofPath(community);
        return new PoolJson(String.valueOf(id), Points.format(queries.pool(id)));
    }

    @GET
    @Path("/grants")
    @Operation(summary = "Grants from the pool, newest first (administrators, auditors)")
    public Page<GrantJson> grants(
            @PathParam("community") String community,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Page<PoolGrant> page = queries.grants(Id.ofPath(community), Window.of(cursor, limit));
        return new Page<>(page.items().stream().map(GrantJson::of).toList(), page.nextCursor());
    }

    @POST
    @Once
    @Path("/grants")
    @Operation(
            summary = "Grant points to a person in need; it waits for a second administrator when the person would get"
                    + " more than the policy's bound without one in 30 days")
    @Answer(value = GrantJson.class, status = 201)
    public Response grant(@PathParam("community") String community, @Nullable NewGrantJson body) {
        PoolGrant grant = desk.grant(Id.ofPath(community), Body.required(body).command());
        return Response.status(Response.Status.CREATED)
                .entity(GrantJson.of(grant))
                .build();
    }

    @POST
    @Once
    @Path("/grants/{id}/approve")
    @Operation(summary = "Agree as the second administrator")
    @Answer(GrantJson.class)
    public Response approve(@PathParam("community") String community, @PathParam("id") String id) {
        return answer(desk.approve(Id.ofPath(community), Id.ofPath(id)));
    }

    @POST
    @Once
    @Path("/grants/{id}/refuse")
    @Operation(summary = "Refuse a grant, or take one's own back")
    @Answer(GrantJson.class)
    public Response refuse(@PathParam("community") String community, @PathParam("id") String id) {
        return answer(desk.refuse(Id.ofPath(community), Id.ofPath(id)));
    }

    private static Response answer(PoolGrant grant) {
        return Response.ok(GrantJson.of(grant)).build();
    }
}
