package org.linli.portal.orders.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.linli.portal.orders.OrderQueries;
import org.linli.portal.orders.PhotoDesk;
import org.linli.portal.orders.rest.WireOrders.OrderDetailJson;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Id;

/** Photos of an order. */
@Path("/orders/{id}/photos")
@Tag(name = "orders")
@ApplicationScoped
public class PhotosResource {
    private final PhotoDesk desk;
    private final OrderQueries queries;
    private final OrderAnswers answers;

    @Inject
    public PhotosResource(PhotoDesk desk, OrderQueries queries, OrderAnswers answers) {
        this.desk = desk;
        this.queries = queries;
        this.answers = answers;
    }

    @Once
    @POST
    @Consumes({"image/jpeg", "image/png"})
    @Produces(MediaType.APPLICATION_JSON)
    @RequestBody(
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @Operation(summary = "Add a photo of at most 5 MB as the body; it is drawn anew without hidden data")
    @Answer(value = OrderDetailJson.class, status = 201, tagged = true)
    public Response add(@PathParam("id") String id, InputStream body) throws IOException {
        long orderId = Id.ofPath(id);
        long photo = desk.add(orderId, body.readNBytes(PhotoDesk.MAX_BYTES + 1));
        return answers.with(Response.created(URI.create("orders/" + orderId + "/photos/" + photo)), orderId);
    }

    @GET
    @Path("/{photoId}")
    @Produces({"image/jpeg", MediaType.APPLICATION_JSON})
    @Operation(summary = "A photo, JPEG")
    @Answer(byte[].class)
    public Response get(@PathParam("id") String id, @PathParam("photoId") String photoId) {
        return Response.ok(queries.photo(Id.ofPath(id), Id.ofPath(photoId)), "image/jpeg")
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=86400, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
