package org.linli.portal.brands.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.release.BrandRoleDesk;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;

/** Roles of a brand, given to people of the community by its administrators. */
@Path("/communities/{community}/brands/{brand}/roles")
@Tag(name = "community-brands")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BrandRolesResource {
    private final BrandRoleDesk desk;

    @Inject
    public BrandRolesResource(BrandRoleDesk desk) {
        this.desk = desk;
    }

    /** A role that somebody holds; days are inclusive. */
    @Schema(name = "BrandRole")
    public record RoleBody(
            String id,
            String personId,
            @Schema(example = "林建国") String personName,
            @Schema(example = "member") String role,
            @Schema(format = "date") String validFrom,
            @Schema(format = "date") @Nullable String validTo) {
        static RoleBody of(BrandRoleDesk.Held held) {
            return new RoleBody(
                    Long.toString(held.id()),
                    Long.toString(held.personId()),
                    held.personName(),
                    held.role(),
                    held.validFrom().toString(),
                    held.validTo() == null ? null : held.validTo().toString());
        }
    }

    /** A role to be given, from today and open-ended when no days are named. */
    @Schema(name = "NewBrandRole")
    public record NewRoleBody(
            @Schema(required = true) @Nullable String personId,

            @Schema(required = true, example = "member") @Nullable
            String role,

            @Schema(format = "date") @Nullable String validFrom,
            @Schema(format = "date") @Nullable String validTo) {}

    @GET
    @Operation(summary = "Who holds which role of the brand, now or later")
    public Page<RoleBody> list(@PathParam("community") String community, @PathParam("brand") String brand) {
        return new Page<>(
                desk.list(CommunityBrandsResource.ref(community, brand)).stream()
                        .map(RoleBody::of)
                        .toList(),
                null);
    }

    @Once
    @POST
    @Operation(summary = "Give a role; one that the person has already gets the new days")
    @Answer(value = RoleBody.class, status = 201)
    public Response give(
            @PathParam("community") String community, @PathParam("brand") String brand, @Nullable NewRoleBody body) {
        NewRoleBody input = Body.required(body);
        new Violations()
                .required(input.personId(), "personId")
                .required(input.role(), "role")
                .throwIfAny();
        BrandRoleDesk.Held held = desk.give(
                CommunityBrandsResource.ref(community, brand),
                new BrandRoleDesk.Give(
                        Id.ofField(String.valueOf(input.personId()), "personId"),
                        String.valueOf(input.role()),
                        date(input.validFrom(), "validFrom"),
                        date(input.validTo(), "validTo")));
        return Response.created(URI.create("communities/" + community + "/brands/" + brand + "/roles/" + held.id()))
                .entity(RoleBody.of(held))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Take a role away")
    @Answer(status = 204)
    public Response end(
            @PathParam("community") String community, @PathParam("brand") String brand, @PathParam("id") String id) {
        desk.end(CommunityBrandsResource.ref(community, brand), Id.ofPath(id));
        return Response.noContent().build();
    }

    private static @Nullable LocalDate date(@Nullable String text, String field) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw DomainException.invalidField(field, "people.bad-date");
        }
    }
}
