package org.linli.portal.brands.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.portal.brands.release.BrandExport;
import org.linli.portal.platform.rest.Answer;

/** What a brand has in a community, to be taken out. */
@Path("/communities/{community}/brands/{brand}/export")
@Tag(name = "community-brands")
@ApplicationScoped
public class BrandExportResource {
    private final BrandExport export;

    @Inject
    public BrandExportResource(BrandExport export) {
        this.export = export;
    }

    @GET
    @Produces({"application/zip", MediaType.APPLICATION_JSON})
    @Operation(
            summary =
                    "All that the brand has in the community, as a zip of JSON lists and files; sealed fields stay out")
    @Answer(byte[].class)
    public Response export(@PathParam("community") String community, @PathParam("brand") String brand) {
        return Response.ok(export.zip(CommunityBrandsResource.ref(community, brand)), "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(brand) + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static String fileName(String brand) {
        return brand.replaceAll("[^a-z0-9-]", "") + ".zip";
    }
}
