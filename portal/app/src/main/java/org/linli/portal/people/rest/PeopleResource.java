package org.linli.portal.people.rest;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Caller;
import org.linli.portal.people.PasswordResetDesk;
import org.linli.portal.people.PeopleDesk;
import org.linli.portal.people.PersonView;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.EntityTags;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** People of a community, for its staff; everybody sees themselves. */
@Path("/people")
@Tag(name = "people")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PeopleResource {
    private final PeopleDesk desk;
    private final PasswordResetDesk resets;
    private final Caller caller;

    @Inject
    public PeopleResource(PeopleDesk desk, PasswordResetDesk resets, Caller caller) {
        this.desk = desk;
        this.resets = resets;
        this.caller = caller;
    }

    /** Where a person lives. */
    public record HomeBody(
            @Schema(example = "169242682982403584", required = true) @Nullable
            String homeUnitId,

            @Schema(example = "3栋2单元501") @Nullable String address) {}

    /** A temporary password, answered once. */
    public record TemporaryPasswordBody(
            @Schema(example = "mf7k-q2wx-9dpt") String temporaryPassword, Instant validUntil) {}

    /** A telephone number in full. */
    @Schema(name = "PhoneNumber")
    public record PhoneBody(@Schema(example = "15400000001") String phone) {}

    @GET
    @Operation(
            summary = "People of a community (default: one's own), newest first; q is part of a name, pinyin or number")
    public Page<PersonBody> list(
            @QueryParam("community") @Nullable String community,
            @QueryParam("q") @Nullable String text,
            @QueryParam("pending") boolean pending,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        long communityId = community == null ? caller.communityId() : Id.ofField(community, "community");
        Page<PersonView> page =
                desk.list(new PeopleDesk.Selection(communityId, text, pending), Window.of(cursor, limit));
        return new Page<>(page.items().stream().map(PersonBody::of).toList(), page.nextCursor());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A person")
    @Answer(value = PersonBody.class, tagged = true)
    public Response person(@PathParam("id") String id) {
        PersonView person = desk.person(Id.ofPath(id));
        return Response.ok(PersonBody.of(person))
                .tag(EntityTags.of(person.version()))
                .build();
    }

    @PUT
    @Path("/{id}/home")
    @Operation(summary = "Change home and address (If-Match)")
    @Answer(value = PersonBody.class, tagged = true)
    public Response move(
            @PathParam("id") String id,
            @Parameter(required = true) @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable HomeBody body) {
        if (body == null) {
            throw DomainException.invalid("platform.malformed-json");
        }
        long version = EntityTags.version(ifMatch);
        Long home = body.homeUnitId() == null ? null : (Long) Id.ofField(body.homeUnitId(), "homeUnitId");
        PersonView moved = desk.move(new PeopleDesk.Move(Id.ofPath(id), home, body.address(), version));
        return Response.ok(PersonBody.of(moved))
                .tag(EntityTags.of(moved.version()))
                .build();
    }

    @POST
    @Path("/{id}/phone-views")
    @Operation(summary = "See the telephone number in full; leaves a line in the audit log")
    public PhoneBody phone(@PathParam("id") String id) {
        return new PhoneBody(desk.showPhone(Id.ofPath(id)).digits());
    }

    /** Not with Idempotency-Key, because answers under one are kept. */
    @POST
    @Path("/{id}/password-reset")
    @Operation(
            summary = "Give a temporary password for 24 hours, to be changed at the next sign-in; ends all sessions and"
                    + " tokens")
    @Answer(TemporaryPasswordBody.class)
    public Response resetPassword(@PathParam("id") String id) {
        PasswordResetDesk.Temporary temporary = resets.reset(Id.ofPath(id));
        return Response.ok(new TemporaryPasswordBody(temporary.password(), temporary.validUntil()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
