package org.linli.portal.people.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.AccountDesk;
import org.linli.portal.people.Availability;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;
import org.linli.portal.people.Role;
import org.linli.portal.people.VolunteerDesk;
import org.linli.portal.people.VolunteerView;
import org.linli.portal.people.rest.SignUpsResource.VolunteeringBody;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Answer;

/** The caller: who they are, their password, their volunteer profile. */
@Path("/me")
@Tag(name = "me")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MeResource {
    private final Caller caller;
    private final AccountDesk account;
    private final VolunteerDesk volunteering;

    @Inject
    public MeResource(Caller caller, AccountDesk account, VolunteerDesk volunteering) {
        this.caller = caller;
        this.account = account;
        this.volunteering = volunteering;
    }

    /** A role that holds today. */
    @Schema(name = "HeldRole")
    public record RoleBody(
            @Schema(implementation = Role.class) String role,
            @Schema(example = "169242682982400112") String unitId) {}

    /** The caller. */
    public record MeBody(
            @Schema(example = "169242682982415648") String personId,
            @Schema(example = "林建国") String name,
            @Schema(example = "169242682982400112") String communityId,
            List<RoleBody> roles) {}

    /** A change of the password. */
    @Schema(name = "PasswordChange")
    public record PasswordBody(
            @Schema(example = "linli-demo", required = true) @Nullable
            String oldPassword,

            @Schema(example = "三棵榕树下-2026", required = true) @Nullable
            String password) {}

    /** The caller's volunteer profile. */
    @Schema(name = "VolunteerProfile")
    public record ProfileBody(
            @Schema(example = "[\"appliance\"]") List<String> skills,
            List<Availability> availability,
            @Schema(example = "退休电工，周末有空") String intro,
            boolean paused,
            @Schema(format = "date", example = "2026-11-22") String joinedOn) {}

    @GET
    @Operation(summary = "Who I am and which roles I hold today")
    public MeBody me() {
        Identity who = caller.identity();
        List<RoleBody> roles = who.grants().stream()
                .map(held -> new RoleBody(held.role().name(), Long.toString(held.unitId())))
                .toList();
        return new MeBody(Long.toString(who.personId()), who.name(), Long.toString(who.communityId()), roles);
    }

    @PUT
    @Path("/password")
    @Operation(summary = "Change my password; all sessions and tokens end, this one too")
    @Answer(status = 204)
    @APIResponse(responseCode = "429")
    public Response changePassword(@Nullable PasswordBody body) {
        if (body == null) {
            throw DomainException.invalid("platform.malformed-json");
        }
        account.changePassword(body.oldPassword(), body.password());
        return Response.noContent().build();
    }

    @GET
    @Path("/volunteer-profile")
    @Operation(summary = "My volunteer profile")
    @APIResponse(responseCode = "404")
    public ProfileBody profile() {
        return body(volunteering.mine().orElseThrow(DomainException::notFound));
    }

    @POST
    @Path("/volunteer-profile")
    @Once
    @Operation(summary = "Ask to become a volunteer")
    @Answer(value = ProfileBody.class, status = 201)
    public Response apply(@Nullable VolunteeringBody body) {
        volunteering.apply(required(body).offer());
        return Response.status(Response.Status.CREATED).entity(profile()).build();
    }

    @PUT
    @Path("/volunteer-profile")
    @Operation(summary = "Change skills, hours and introduction")
    @APIResponse(responseCode = "404")
    public ProfileBody describe(@Nullable VolunteeringBody body) {
        volunteering.describe(required(body).offer());
        return profile();
    }

    @PUT
    @Path("/volunteer-profile/pause")
    @Operation(summary = "Take no offers for a while")
    @APIResponse(responseCode = "404")
    public ProfileBody pause() {
        volunteering.pause(true);
        return profile();
    }

    @DELETE
    @Path("/volunteer-profile/pause")
    @Operation(summary = "Take offers again")
    @APIResponse(responseCode = "404")
    public ProfileBody resume() {
        volunteering.pause(false);
        return profile();
    }

    @DELETE
    @Path("/volunteer-profile")
    @Operation(summary = "Stop being a volunteer today; records and points stay")
    @Answer(status = 204)
    @APIResponse(responseCode = "404")
    public Response leave() {
        volunteering.leave();
        return Response.noContent().build();
    }

    private static VolunteeringBody required(@Nullable VolunteeringBody body) {
        if (body == null) {
            throw DomainException.invalid("platform.malformed-json");
        }
        return body;
    }

    private static ProfileBody body(VolunteerView profile) {
        return new ProfileBody(
                profile.skills().stream().sorted().toList(),
                profile.availability(),
                profile.intro(),
                profile.paused(),
                profile.joinedOn().toString());
    }
}
