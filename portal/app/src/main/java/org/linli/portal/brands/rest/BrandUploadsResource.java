package org.linli.portal.brands.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.BrandFiles;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.route.RouteRights;
import org.linli.portal.brands.upload.Uploads;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.image.CleanImage;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Id;

/** Photos for brands. */
@Path("/brand-uploads")
@Tag(name = "brands")
@ApplicationScoped
public class BrandUploadsResource {
    private final Uploads uploads;
    private final RouteRights rights;
    private final BrandFiles files;
    private final Caller caller;

    @Inject
    public BrandUploadsResource(Uploads uploads, RouteRights rights, BrandFiles files, Caller caller) {
        this.uploads = uploads;
        this.rights = rights;
        this.files = files;
        this.caller = caller;
    }

    /** An uploaded photo; it goes after two days unless something of the brand names it. */
    public record UploadJson(String id, String href) {}

    @Once
    @POST
    @Consumes({"image/jpeg", "image/png"})
    @Produces(MediaType.APPLICATION_JSON)
    @RequestBody(
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @Operation(summary = "Upload a photo of at most 5 MB for a brand; it is drawn anew without hidden data")
    @Answer(value = UploadJson.class, status = 201)
    public Response add(
            @QueryParam("brand") @Nullable String brand,
            @QueryParam("community") @Nullable String community,
            InputStream body)
            throws IOException {
        if (brand == null) {
            throw DomainException.notFound();
        }
        BrandRef place = rights.place(brand, community == null ? null : (Long) Id.ofPath(community));
        byte[] picture = body.readNBytes(CleanImage.MAX_BYTES + 1);
        long id = uploads.add(place, caller.personId(), picture);
        String href = files.photo(id, caller.personId());
        return Response.created(URI.create(href.substring("/api/v1/".length())))
                .entity(new UploadJson(Long.toString(id), href))
                .build();
    }

    @GET
    @Path("/{id}")
    @Produces({"image/jpeg", MediaType.APPLICATION_JSON})
    @Operation(summary = "A photo, JPEG, at the address that a page or an upload gave to the caller")
    @Answer(byte[].class)
    public Response get(@PathParam("id") String id, @QueryParam("for") @Nullable String mark) {
        long upload = Id.ofPath(id);
        if (mark == null || !files.isFor("upload", upload, caller.personId(), mark)) {
            throw DomainException.notFound();
        }
        return Response.ok(uploads.content(upload).orElseThrow(DomainException::notFound), "image/jpeg")
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=86400, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
