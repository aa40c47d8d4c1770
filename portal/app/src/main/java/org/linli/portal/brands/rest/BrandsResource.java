package org.linli.portal.brands.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.portal.brands.release.OwnBrands;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.rest.Page;

/** Brands that work where the caller is at home. */
@Path("/brands")
@Tag(name = "brands")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class BrandsResource {
    private final OwnBrands brands;
    private final Language language;

    @Inject
    public BrandsResource(OwnBrands brands, Language language) {
        this.brands = brands;
        this.language = language;
    }

    /** A brand of the caller's community. */
    @Schema(name = "Brand")
    public record BrandBody(
            @Schema(example = "night-watch") String id,
            @Schema(example = "1.2.0") String version,
            String name,
            String summary) {}

    @GET
    @Operation(summary = "Brands that work in my community, by id")
    public Page<BrandBody> list() {
        return new Page<>(
                brands.list(language.locale()).stream()
                        .map(brand -> new BrandBody(brand.id(), brand.version(), brand.name(), brand.summary()))
                        .toList(),
                null);
    }
}
