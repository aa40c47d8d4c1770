package org.linli.portal.people.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Teams;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;

/** Volunteer teams. */
@Path("/teams")
@Tag(name = "teams")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TeamsResource {
    private final Teams teams;

    @Inject
    public TeamsResource(Teams teams) {
        this.teams = teams;
    }

    /** A team. */
    public record TeamBody(
            String id,
            @Nullable String parentId,
            @Schema(example = "SERVICE") String kind,
            @Schema(example = "01-03") String code,
            @Schema(example = "家电维修服务队") String name,
            String unitId,
            @Schema(example = "23") int members) {
        static TeamBody of(Teams.Team team) {
            return new TeamBody(
                    Long.toString(team.id()),
                    team.parentId() == null ? null : Long.toString(team.parentId()),
                    team.kind(),
                    team.code(),
                    team.name(),
                    Long.toString(team.unitId()),
                    team.members());
        }
    }

    /** A member. */
    @Schema(name = "TeamMember")
    public record MemberBody(
            String personId,
            @Schema(example = "林建国") String name,
            @Schema(example = "V-7K3QX") String publicNumber,
            boolean leader,
            @Schema(format = "date", example = "2026-11-22") String joinedOn) {}

    /** Whether the member leads the team. */
    public record MembershipBody(boolean leader) {}

    @GET
    @Operation(summary = "All teams, by code")
    public Page<TeamBody> list() {
        return new Page<>(teams.list().stream().map(TeamBody::of).toList(), null);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A team")
    public TeamBody team(@PathParam("id") String id) {
        return TeamBody.of(teams.team(Id.ofPath(id)));
    }

    @GET
    @Path("/{id}/members")
    @Operation(summary = "Members of communities that I see, leaders first")
    public Page<MemberBody> members(@PathParam("id") String id) {
        return new Page<>(
                teams.members(Id.ofPath(id)).stream()
                        .map(m -> new MemberBody(
                                Long.toString(m.personId()),
                                m.name(),
                                m.publicNumber(),
                                m.leader(),
                                m.joinedOn().toString()))
                        .toList(),
                null);
    }

    @PUT
    @Path("/{id}/members/{person}")
    @Operation(summary = "Add a person, or change who leads")
    @Answer(status = 204)
    public Response put(
            @PathParam("id") String id,
            @PathParam("person") String person,
            @RequestBody @Nullable MembershipBody body) {
        teams.put(Id.ofPath(id), Id.ofPath(person), body != null && body.leader());
        return Response.noContent().build();
    }

    @DELETE
    @Path("/{id}/members/{person}")
    @Operation(summary = "Remove a person from a team")
    @Answer(status = 204)
    public Response remove(@PathParam("id") String id, @PathParam("person") String person) {
        teams.remove(Id.ofPath(id), Id.ofPath(person));
        return Response.noContent().build();
    }
}
