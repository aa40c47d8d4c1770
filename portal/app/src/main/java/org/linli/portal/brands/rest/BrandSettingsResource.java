package org.linli.portal.brands.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.DataJson;
import org.linli.portal.brands.release.Binding;
import org.linli.portal.brands.release.BindingDesk;
import org.linli.portal.brands.release.SettingsWork;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.EntityTags;

/** Settings of a brand in a community: whatever its JSON Schema says. */
// the same path as its neighbour has: with a longer one nothing below /{brand} would find that
@Path("/communities/{community}/brands")
@Tag(name = "community-brands")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BrandSettingsResource {
    private final BindingDesk desk;
    private final SettingsWork work;

    @Inject
    public BrandSettingsResource(BindingDesk desk, SettingsWork work) {
        this.desk = desk;
        this.work = work;
    }

    @GET
    @Path("/{brand}/settings")
    @Operation(summary = "The settings, defaults filled in")
    @Answer(value = Object.class, tagged = true)
    public Response settings(@PathParam("community") String community, @PathParam("brand") String brand) {
        return answer(CommunityBrandsResource.ref(community, brand));
    }

    @GET
    @Path("/{brand}/settings-schema")
    @Operation(summary = "The JSON Schema of the settings; titles are keys of the brand's texts")
    @Answer(Object.class)
    public Response schema(@PathParam("community") String community, @PathParam("brand") String brand) {
        BrandRef ref = CommunityBrandsResource.ref(community, brand);
        String schema = desk.view(ref).release() == null ? "" : work.schema(ref.brandId());
        return Response.ok(schema.isEmpty() ? "{}" : schema).build();
    }

    /** PUT is its own repetition; the brand is asked outside of a transaction. */
    @PUT
    @Path("/{brand}/settings")
    @Operation(summary = "Put settings in the place of the present ones (If-Match)")
    @Answer(value = Object.class, tagged = true)
    public Response save(
            @PathParam("community") String community,
            @PathParam("brand") String brand,
            @Parameter(required = true) @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = Object.class))) @Nullable String body) {
        BrandRef ref = CommunityBrandsResource.ref(community, brand);
        EntityTags.requireSame(EntityTags.version(ifMatch), desk.view(ref).revision());
        work.save(ref, read(body));
        return answer(ref);
    }

    private static Data read(@Nullable String body) {
        try {
            return DataJson.read(String.valueOf(body));
        } catch (JsonException | ArithmeticException e) {
            throw DomainException.invalid("platform.malformed-json");
        }
    }

    private Response answer(BrandRef ref) {
        var view = desk.view(ref);
        Binding binding = view.binding().orElseThrow(DomainException::notFound);
        return Response.ok(DataJson.write(binding.settings()))
                .tag(EntityTags.of(view.revision()))
                .build();
    }
}
