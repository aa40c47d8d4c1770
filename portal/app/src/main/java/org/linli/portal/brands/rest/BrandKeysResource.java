package org.linli.portal.brands.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.release.PublisherKeys;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;

/** Keys of the publishers whose brands the portal takes, for operators. */
@Path("/brand-keys")
@Tag(name = "brand-releases")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BrandKeysResource {
    private final PublisherKeys keys;

    @Inject
    public BrandKeysResource(PublisherKeys keys) {
        this.keys = keys;
    }

    /** A key; {@code fingerprint} is what people compare. */
    @Schema(name = "BrandKey")
    public record KeyBody(
            String id,
            @Schema(example = "linli") String publisher,

            @Schema(description = "Ed25519, Base64 of the X.509 form")
            String publicKey,

            @Schema(example = "1f0c9a77e2b05d43") String fingerprint,
            Instant addedAt,
            @Nullable Instant endedAt) {
        static KeyBody of(PublisherKeys.Key key) {
            return new KeyBody(
                    Long.toString(key.id()),
                    key.publisher(),
                    key.publicKey(),
                    key.fingerprint(),
                    key.addedAt(),
                    key.endedAt());
        }
    }

    /** A key to be trusted. */
    @Schema(name = "NewBrandKey")
    public record NewKeyBody(
            @Schema(required = true, example = "linli") @Nullable
            String publisher,

            @Schema(required = true, description = "Ed25519, Base64 of the X.509 form") @Nullable
            String publicKey) {}

    @GET
    @Operation(summary = "Keys of publishers, those in use first")
    public Page<KeyBody> list() {
        return new Page<>(keys.list().stream().map(KeyBody::of).toList(), null);
    }

    @Once
    @POST
    @Operation(summary = "Trust a publisher's key; compare its fingerprint with the publisher's word")
    @Answer(value = KeyBody.class, status = 201)
    public Response add(@Nullable NewKeyBody body) {
        NewKeyBody input = Body.required(body);
        PublisherKeys.Key key = keys.add(input.publisher(), input.publicKey());
        return Response.created(URI.create("brand-keys/" + key.id()))
                .entity(KeyBody.of(key))
                .build();
    }

    @Once
    @POST
    @Path("/{id}/end")
    @Operation(summary = "Trust a key no more; releases that it signed stay")
    @Answer(KeyBody.class)
    public Response end(@PathParam("id") String id) {
        return Response.ok(KeyBody.of(keys.end(Id.ofPath(id)))).build();
    }
}
