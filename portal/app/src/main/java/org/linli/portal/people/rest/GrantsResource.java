package org.linli.portal.people.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.GrantDesk;
import org.linli.portal.people.GrantView;
import org.linli.portal.people.Role;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.EntityTags;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;

/** Roles of people. */
@Path("/people/{person}/grants")
@Tag(name = "people")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class GrantsResource {
    private final GrantDesk desk;

    @Inject
    public GrantsResource(GrantDesk desk) {
        this.desk = desk;
    }

    /** A role to be given; dates as 2026-11-22, from today and open-ended when missing. */
    @Schema(name = "NewRoleGrant")
    public record NewGrantBody(
            @Schema(example = "169242682982400112", required = true) @Nullable
            String unitId,

            @Schema(example = "DISPATCHER", implementation = Role.class, required = true) @Nullable
            String role,

            @Schema(format = "date", example = "2026-11-22") @Nullable
            String validFrom,

            @Schema(format = "date", example = "2027-11-21") @Nullable
            String validTo) {}

    @GET
    @Operation(summary = "Roles of a person, pending first")
    public Page<GrantBody> list(@PathParam("person") String person) {
        return new Page<>(desk.of(Id.ofPath(person)).stream().map(GrantBody::of).toList(), null);
    }

    @Once
    @POST
    @Operation(summary = "Give a role; volunteers apply and are approved instead")
    @Answer(value = GrantBody.class, status = 201, tagged = true)
    public Response give(@PathParam("person") String person, @Nullable NewGrantBody body) {
        if (body == null) {
            throw DomainException.invalid("platform.malformed-json");
        }
        new Violations()
                .required(body.unitId(), "unitId")
                .required(body.role(), "role")
                .throwIfAny();
        GrantView given = desk.give(new GrantDesk.GiveRole(
                Id.ofPath(person),
                Id.ofField(String.valueOf(body.unitId()), "unitId"),
                role(String.valueOf(body.role())),
                date(body.validFrom(), "validFrom"),
                date(body.validTo(), "validTo")));
        return Response.created(URI.create("people/" + person + "/grants/" + given.id()))
                .entity(GrantBody.of(given))
                .tag(EntityTags.of(given.version()))
                .build();
    }

    @Once
    @POST
    @Path("/{id}/approve")
    @Operation(summary = "Approve what was asked for (If-Match)")
    @Answer(value = GrantBody.class, tagged = true)
    public Response approve(
            @PathParam("person") String person,
            @PathParam("id") String id,
            @Parameter(required = true) @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(desk.approve(grant(person, id), EntityTags.version(ifMatch)));
    }

    @Once
    @POST
    @Path("/{id}/refuse")
    @Operation(summary = "Refuse what was asked for (If-Match)")
    @Answer(value = GrantBody.class, tagged = true)
    public Response refuse(
            @PathParam("person") String person,
            @PathParam("id") String id,
            @Parameter(required = true) @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(desk.refuse(grant(person, id), EntityTags.version(ifMatch)));
    }

    @Once
    @POST
    @Path("/{id}/end")
    @Operation(summary = "End a role (If-Match)")
    @Answer(value = GrantBody.class, tagged = true)
    public Response end(
            @PathParam("person") String person,
            @PathParam("id") String id,
            @Parameter(required = true) @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(desk.end(grant(person, id), EntityTags.version(ifMatch)));
    }

    /** The grant if it is one of that person. */
    private long grant(String person, String id) {
        long grantId = Id.ofPath(id);
        if (desk.of(Id.ofPath(person)).stream().noneMatch(grant -> grant.id() == grantId)) {
            throw DomainException.notFound();
        }
        return grantId;
    }

    private static Response answer(GrantView decided) {
        return Response.ok(GrantBody.of(decided))
                .tag(EntityTags.of(decided.version()))
                .build();
    }

    private static Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> DomainException.invalidField("role", "people.unknown-role"));
    }

    private static @Nullable LocalDate date(@Nullable String text, String field) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw DomainException.invalidField(field, "people.bad-date");
        }
    }
}
