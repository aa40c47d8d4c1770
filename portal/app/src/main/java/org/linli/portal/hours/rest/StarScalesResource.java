package org.linli.portal.hours.rest;

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
import org.linli.portal.hours.StarDesk;
import org.linli.portal.hours.StarScale;
import org.linli.portal.hours.rest.HoursWire.ScaleJson;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.EntityTags;
import org.linli.portal.platform.rest.Id;

/** Hours for the stars of a district. */
@Path("/star-scales")
@Tag(name = "hours")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StarScalesResource {
    private final StarDesk desk;

    @Inject
    public StarScalesResource(StarDesk desk) {
        this.desk = desk;
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "The scale of a district, by the id of its unit")
    @Answer(value = ScaleJson.class, tagged = true)
    public Response one(@PathParam("id") String id) {
        return answer(desk.of(Id.ofPath(id)));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change it from now on (supervisors of the district, operators); needs If-Match")
    @Answer(value = ScaleJson.class, tagged = true)
    public Response change(
            @PathParam("id") String id,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable ScaleJson body) {
        long seen = EntityTags.version(ifMatch);
        return answer(desk.change(Id.ofPath(id), seen, Body.required(body).hours()));
    }

    private static Response answer(StarScale scale) {
        return Response.ok(ScaleJson.of(scale))
                .tag(EntityTags.of(scale.version()))
                .build();
    }
}
