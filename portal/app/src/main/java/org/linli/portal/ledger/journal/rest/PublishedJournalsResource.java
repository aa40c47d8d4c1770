package org.linli.portal.ledger.journal.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.journal.PublicJournals;
import org.linli.portal.ledger.journal.rest.JournalWire.KeeperJson;
import org.linli.portal.ledger.journal.rest.JournalWire.RootsJson;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** 公开账册: the roots of journals, for everybody. */
@Path("/published-journals")
@Tag(name = "journal")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PublishedJournalsResource {
    private static final int USUAL_DAYS = 30;
    private static final int MAX_DAYS = 4000;

    private final PublicJournals journals;

    @Inject
    public PublishedJournalsResource(PublicJournals journals) {
        this.journals = journals;
    }

    @GET
    @SecurityRequirements
    @Operation(summary = "Communities that keep a journal; no sign-in")
    public Page<KeeperJson> keepers(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        Page<PublicJournals.Keeper> page = journals.keepers(Window.of(cursor, limit));
        return new Page<>(page.items().stream().map(KeeperJson::of).toList(), page.nextCursor());
    }

    @GET
    @Path("/{community}")
    @SecurityRequirements
    @Operation(summary = "The days' roots and the present head of a community's journal; no sign-in")
    public RootsJson roots(
            @PathParam("community") String community,
            @Parameter(description = "How many days, 1 to 4000; 30 when missing")
                    @Schema(example = "30")
                    @QueryParam("days")
                    @Nullable
                    Integer days) {
        int wanted = days == null ? USUAL_DAYS : days;
        if (wanted < 1 || wanted > MAX_DAYS) {
            throw DomainException.invalidField("days", "platform.field-out-of-range", 1, MAX_DAYS);
        }
        return RootsJson.of(journals.published(Id.ofPath(community), wanted));
    }
}
