package org.linli.portal.brands.rest;

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
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.release.Release;
import org.linli.portal.brands.release.ReleaseDesk;
import org.linli.portal.brands.release.ReleaseWork;
import org.linli.portal.brands.release.Upload;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.EntityTags;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;

/**
 * Releases of brands, for operators. The acts that run a plugin cannot stand in one transaction with a kept answer; they take no
 * Idempotency-Key and may be repeated: what is done already is not done again.
 */
@Path("/brand-releases")
@Tag(name = "brand-releases")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BrandReleasesResource {
    private static final String JAR = "application/java-archive";

    private final ReleaseDesk desk;
    private final ReleaseWork work;
    private final Upload upload;
    private final ReleaseBodies bodies;

    @Inject
    public BrandReleasesResource(ReleaseDesk desk, ReleaseWork work, Upload upload, ReleaseBodies bodies) {
        this.desk = desk;
        this.work = work;
        this.upload = upload;
        this.bodies = bodies;
    }

    @GET
    @Operation(summary = "All releases, by brand, the last changed first")
    public Page<ReleaseBody> list() {
        return new Page<>(desk.list().stream().map(bodies::of).toList(), null);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A release")
    @Answer(value = ReleaseBody.class, tagged = true)
    public Response get(@PathParam("id") String id) {
        return answer(desk.get(Id.ofPath(id)));
    }

    @POST
    @Consumes(JAR)
    @RequestBody(content = @Content(mediaType = JAR, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Operation(summary = "Upload a jar of at most 20 MB with its publisher's Ed25519 signature; nothing of it runs yet")
    @Answer(value = ReleaseBody.class, status = 201, tagged = true)
    public Response upload(
            @Parameter(description = "Base64 of the Ed25519 signature over the bytes of the jar")
                    @HeaderParam("Linli-Signature")
                    @Nullable
                    String signature,
            InputStream body) {
        Release release = upload.accept(body, signature);
        return Response.created(URI.create("brand-releases/" + release.id()))
                .entity(bodies.of(release))
                .tag(EntityTags.of(release.revision()))
                .build();
    }

    @POST
    @Path("/{id}/verify")
    @Operation(summary = "Start it for a moment and see that nothing of it stays behind: VERIFIED or REJECTED")
    @Answer(value = ReleaseBody.class, tagged = true)
    public Response verify(@PathParam("id") String id) {
        return answer(work.verify(Id.ofPath(id)));
    }

    @POST
    @Path("/{id}/activate")
    @Operation(summary = "From now on this release works; if it fails while it is new, the one before comes back")
    @Answer(value = ReleaseBody.class, tagged = true)
    public Response activate(@PathParam("id") String id) {
        return answer(work.activate(Id.ofPath(id)));
    }

    @POST
    @Path("/{id}/roll-back")
    @Operation(summary = "Back to the release that worked before this one, or to none")
    @Answer(value = ReleaseBody.class, tagged = true)
    public Response rollBack(@PathParam("id") String id) {
        return answer(work.rollBack(Id.ofPath(id)));
    }

    @Once
    @POST
    @Path("/{id}/reject")
    @Operation(summary = "Say no to a release that does not work now")
    @Answer(value = ReleaseBody.class, tagged = true)
    public Response reject(@PathParam("id") String id) {
        return answer(desk.reject(Id.ofPath(id)));
    }

    private Response answer(Release release) {
        return Response.ok(bodies.of(release))
                .tag(EntityTags.of(release.revision()))
                .build();
    }
}
