package org.linli.portal.orders.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.portal.orders.Catalogue;
import org.linli.portal.orders.rest.WireCatalogue.NamedJson;
import org.linli.portal.platform.rest.Page;

/** Categories of the catalogue. */
@Path("/service-categories")
@Tag(name = "catalogue")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ServiceCategoriesResource {
    private final Catalogue catalogue;

    @Inject
    public ServiceCategoriesResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Operation(summary = "All service categories in their order")
    public Page<NamedJson> list() {
        return new Page<>(catalogue.categories().stream().map(NamedJson::of).toList(), null);
    }
}
