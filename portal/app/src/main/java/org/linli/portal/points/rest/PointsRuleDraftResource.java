package org.linli.portal.points.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.EntityTags;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.points.rest.WirePreview.PreviewJson;
import org.linli.portal.points.rest.WireRules.BookJson;
import org.linli.portal.points.rest.WireRules.DraftJson;
import org.linli.portal.points.rest.WireRules.EditionJson;
import org.linli.portal.points.rest.WireRules.PublicationJson;
import org.linli.portal.points.rule.RuleDesk;
import org.linli.portal.points.rule.RuleDraft;
import org.linli.portal.points.rule.RulePreview;
import org.linli.portal.points.rule.RuleQueries;

/** The draft of a community's next rule, its preview over real history, and its publication. */
@Path("/communities/{community}/points-rule-draft")
@Tag(name = "points-rules")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PointsRuleDraftResource {
    private static final int USUAL_MONTHS = 6;

    private final RuleDesk desk;
    private final RuleQueries queries;
    private final RulePreview preview;
    private final Language language;

    @Inject
    public PointsRuleDraftResource(RuleDesk desk, RuleQueries queries, RulePreview preview, Language language) {
        this.desk = desk;
        this.queries = queries;
        this.preview = preview;
        this.language = language;
    }

    @GET
    @Operation(summary = "The draft and what it changes (administrators and auditors)")
    @Answer(value = DraftJson.class, tagged = true)
    public Response draft(@PathParam("community") String community) {
        return answer(Response.ok(), queries.draft(Id.ofPath(community)).orElseThrow(DomainException::notFound));
    }

    @POST
    @Once
    @Operation(summary = "Begin a draft with what the latest edition says (administrators)")
    @Answer(value = DraftJson.class, status = 201, tagged = true)
    public Response begin(@PathParam("community") String community) {
        URI place = URI.create("communities/" + Id.ofPath(community) + "/points-rule-draft");
        return answer(Response.created(place), desk.begin(Id.ofPath(community)));
    }

    @PUT
    @Operation(summary = "Change the draft; needs If-Match (administrators)")
    @Answer(value = DraftJson.class, tagged = true)
    public Response save(
            @PathParam("community") String community,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable BookJson body) {
        long seen = EntityTags.version(ifMatch);
        return answer(
                Response.ok(),
                desk.save(Id.ofPath(community), seen, Body.required(body).read()));
    }

    @DELETE
    @Operation(summary = "Throw the draft away; needs If-Match (administrators)")
    @Answer(status = 204)
    public Response discard(
            @PathParam("community") String community,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        desk.discard(Id.ofPath(community), EntityTags.version(ifMatch));
        return Response.noContent().build();
    }

    @POST
    @Once
    @Path("/publication")
    @Operation(
            summary = "Make the draft the next edition, for services that end tomorrow at the earliest; needs If-Match"
                    + " (administrators)")
    @Answer(value = EditionJson.class, status = 201)
    public Response publish(
            @PathParam("community") String community,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable PublicationJson sent) {
        long seen = EntityTags.version(ifMatch);
        PublicationJson body = Body.required(sent);
        long id = Id.ofPath(community);
        int number = desk.publish(id, seen, date(body.validFrom()), body.note());
        EditionJson edition = queries.editions(id).stream()
                .filter(shown -> shown.edition().number() == number)
                .map(EditionJson::of)
                .findFirst()
                .orElseThrow();
        return Response.created(URI.create("communities/" + id + "/points-rules"))
                .entity(edition)
                .build();
    }

    @GET
    @Path("/preview")
    @Operation(
            summary = "What the draft would have given for the services of the last months, beside the edition in force"
                    + " (administrators and auditors)")
    public PreviewJson preview(
            @PathParam("community") String community,
            @QueryParam("months")
                    @Nullable
                    @Schema(
                            minimum = "1",
                            maximum = "24",
                            description = "Whole months before the running one, 6 when missing")
                    Integer months) {
        return PreviewJson.of(
                preview.ofDraft(Id.ofPath(community), months == null ? USUAL_MONTHS : months), language.locale());
    }

    private Response answer(Response.ResponseBuilder response, RuleDraft draft) {
        return response.tag(EntityTags.of(draft.version()))
                .entity(DraftJson.of(draft, queries.changes(draft)))
                .build();
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw DomainException.invalidField("validFrom", "points.bad-date");
        }
    }
}
