package org.linli.portal.brands.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Route;
import org.linli.portal.brands.BrandFiles;
import org.linli.portal.brands.document.Documents;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Id;

/** Documents that were rendered for brands. */
@Path("/brand-documents/{id}")
@Tag(name = "brands")
@ApplicationScoped
public class BrandDocumentsResource {
    private final Documents documents;
    private final BrandFiles files;
    private final Caller caller;

    @Inject
    public BrandDocumentsResource(Documents documents, BrandFiles files, Caller caller) {
        this.documents = documents;
        this.files = files;
        this.caller = caller;
    }

    @GET
    @Produces({"application/pdf", MediaType.APPLICATION_JSON})
    @Operation(summary = "A document, PDF, at the address that a page gave to the caller")
    @Answer(byte[].class)
    public Response get(@PathParam("id") String id, @QueryParam("for") @Nullable String mark) {
        long document = Id.ofPath(id);
        if (mark == null || !files.isFor("document", document, caller.personId(), mark)) {
            throw DomainException.notFound();
        }
        Documents.Kept kept = documents.content(document).orElseThrow(DomainException::notFound);
        return BrandResource.file(new Route.Response.File(kept.name(), "application/pdf", kept.content()));
    }
}
