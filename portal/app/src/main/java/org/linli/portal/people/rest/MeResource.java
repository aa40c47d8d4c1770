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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.AccountDesk;
import org.linli.portal.people.Availability;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;
import org.linli.portal.people.VolunteerDesk;
import org.linli.portal.people.VolunteerView;
import org.linli.portal.people.rest.SignUpsResource.VolunteeringBody;
import org.linli.portal.platform.problem.DomainException;

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
    public record RoleBody(String role, String unitId) {}

    /** The caller. */
    public record MeBody(String personId, String name, String communityId, List<RoleBody> roles) {}

    /** A change of the password. */
    public record PasswordBody(
            @Nullable String oldPassword, @Nullable String password) {}

    /** The caller's volunteer profile. */
    public record ProfileBody(
            List<String> skills, List<Availability> availability, String intro, boolean paused, String joinedOn) {}

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
    public ProfileBody profile() {
        return body(volunteering.mine().orElseThrow(DomainException::notFound));
    }

    @POST
    @Path("/volunteer-profile")
    @Operation(summary = "Ask to become a volunteer")
    public Response apply(@Nullable VolunteeringBody body) {
        volunteering.apply(required(body).offer());
        return Response.status(Response.Status.CREATED).entity(profile()).build();
    }

    @PUT
    @Path("/volunteer-profile")
    @Operation(summary = "Change skills, hours and introduction")
    public ProfileBody describe(@Nullable VolunteeringBody body) {
        volunteering.describe(required(body).offer());
        return profile();
    }

    @PUT
    @Path("/volunteer-profile/pause")
    @Operation(summary = "Take no offers for a while")
    public ProfileBody pause() {
        volunteering.pause(true);
        return profile();
    }

    @DELETE
    @Path("/volunteer-profile/pause")
    @Operation(summary = "Take offers again")
    public ProfileBody resume() {
        volunteering.pause(false);
        return profile();
    }

    @DELETE
    @Path("/volunteer-profile")
    @Operation(summary = "Stop being a volunteer today; records and points stay")
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
