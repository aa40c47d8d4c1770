package org.linli.portal.people.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.people.Availability;
import org.linli.portal.people.SignUp;
import org.linli.portal.people.SignUpDesk;
import org.linli.portal.people.signin.SignUpLimit;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;

/** Joining, without being signed in. */
@Path("/sign-ups")
@Tag(name = "sign-ups")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SignUpsResource {
    private final SignUpDesk desk;
    private final SignUpLimit limit;
    private final HttpServletRequest request;

    @Inject
    public SignUpsResource(SignUpDesk desk, SignUpLimit limit, HttpServletRequest request) {
        this.desk = desk;
        this.limit = limit;
        this.request = request;
    }

    /** What a volunteer offers; weekday 1 to 7, minutes of the day. */
    public record VolunteeringBody(
            @Schema(example = "[\"appliance\"]", description = "Codes of skills") @Nullable
            List<String> skills,

            @Nullable List<Availability> availability,
            @Schema(example = "退休电工，周末有空") @Nullable String intro) {
        SignUp.Volunteering offer() {
            boolean holes =
                    (skills != null && skills.contains(null)) || (availability != null && availability.contains(null));
            if (holes) {
                throw DomainException.invalid("platform.malformed-json");
            }
            return new SignUp.Volunteering(
                    skills == null ? Set.of() : Set.copyOf(skills),
                    availability == null ? List.of() : availability,
                    intro);
        }
    }

    /** Somebody who joins; {@code volunteering} only when they also want to volunteer. */
    @Schema(name = "NewSignUp")
    public record SignUpBody(
            @Schema(example = "169242682982403584", required = true) @Nullable
            String homeUnitId,

            @Schema(example = "林建国", required = true) @Nullable
            String name,

            @Schema(example = "15412345678", required = true) @Nullable
            String phone,

            @Schema(example = "三棵榕树下-2026", required = true) @Nullable
            String password,

            @Schema(example = "3栋2单元501") @Nullable String address,
            @Schema(example = "1958") @Nullable Integer birthYear,
            @Nullable VolunteeringBody volunteering) {}

    /** The new person. */
    @Schema(name = "SignUp")
    public record SignedUp(
            @Schema(example = "169242682982415648") String personId) {}

    /** A community or a place to live in it. */
    public record PlaceBody(
            @Schema(example = "169242682982403584") String id,
            @Schema(example = "440303001001-01") String code,
            @Schema(example = "第一网格") String name,
            @Schema(implementation = OrgLevel.class) String level) {}

    @POST
    @SecurityRequirements
    @Operation(summary = "Join as resident, or also as volunteer (then the community decides)")
    @Answer(value = SignedUp.class, status = 201)
    @APIResponse(responseCode = "429")
    public Response create(@Nullable SignUpBody body) {
        if (body == null) {
            throw DomainException.invalid("platform.malformed-json");
        }
        limit.count(request);
        Long home = body.homeUnitId() == null ? null : (Long) Id.ofField(body.homeUnitId(), "homeUnitId");
        VolunteeringBody offer = body.volunteering();
        long id = desk.signUp(new SignUp(
                home,
                body.name(),
                body.phone(),
                body.password(),
                body.address(),
                body.birthYear(),
                offer == null ? null : offer.offer()));
        return Response.status(Response.Status.CREATED)
                .entity(new SignedUp(Long.toString(id)))
                .build();
    }

    @GET
    @Path("/places")
    @SecurityRequirements
    @Operation(summary = "Communities by part of a name (q), or the grids and buildings of one (community)")
    public Page<PlaceBody> places(
            @QueryParam("q") @Nullable String text, @QueryParam("community") @Nullable String community) {
        var units = community == null
                ? desk.communities(text == null ? "" : text)
                : desk.homes(Id.ofField(community, "community"));
        return new Page<>(
                units.stream()
                        .map(u -> new PlaceBody(
                                Long.toString(u.id()),
                                u.code(),
                                u.name(),
                                u.level().name()))
                        .toList(),
                null);
    }
}
