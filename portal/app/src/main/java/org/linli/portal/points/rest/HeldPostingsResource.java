package org.linli.portal.points.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.i18n.Messages;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.points.check.CheckDesk;
import org.linli.portal.points.check.CheckQueries;
import org.linli.portal.points.check.HeldPosting;
import org.linli.portal.points.rest.WireHeld.AppealJson;
import org.linli.portal.points.rest.WireHeld.DecisionJson;
import org.linli.portal.points.rest.WireHeld.FindingJson;
import org.linli.portal.points.rest.WireHeld.HeldJson;

/** Points that detectors kept back: why, decisions, appeals. */
@Path("/held-postings")
@Tag(name = "points")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HeldPostingsResource {
    private final CheckQueries queries;
    private final CheckDesk desk;
    private final Caller caller;
    private final Messages messages;
    private final Language language;

    @Inject
    public HeldPostingsResource(
            CheckQueries queries, CheckDesk desk, Caller caller, Messages messages, Language language) {
        this.queries = queries;
        this.desk = desk;
        this.caller = caller;
        this.messages = messages;
        this.language = language;
    }

    @GET
    @Operation(summary = "Mine, or with a community its own (administrators, supervisors, auditors), newest first")
    public Page<HeldJson> list(
            @QueryParam("communityId") @Nullable String communityId,
            @QueryParam("waiting")
                    @Nullable
                    @Schema(description = "Of a community: only those that wait for a decision")
                    Boolean waiting,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        caller.identity();
        Window window = Window.of(cursor, limit);
        Page<HeldPosting> page = communityId == null
                ? queries.mine(window)
                : queries.of(Id.ofField(communityId, "communityId"), Boolean.TRUE.equals(waiting), window);
        return new Page<>(page.items().stream().map(this::json).toList(), page.nextCursor());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of mine, or of a community that I read")
    public HeldJson one(@PathParam("id") String id) {
        return json(queries.one(Id.ofPath(id)));
    }

    @POST
    @Once
    @Path("/{id}/release")
    @Operation(summary = "It was honest: pay it (community administrators; on an appeal supervisors, too)")
    @Answer(HeldJson.class)
    public Response release(@PathParam("id") String id, @Nullable DecisionJson body) {
        return answer(desk.release(Id.ofPath(id), Body.required(body).reason()));
    }

    @POST
    @Once
    @Path("/{id}/refuse")
    @Operation(summary = "Do not pay it (community administrators; on an appeal supervisors, too)")
    @Answer(HeldJson.class)
    public Response refuse(@PathParam("id") String id, @Nullable DecisionJson body) {
        return answer(desk.refuse(Id.ofPath(id), Body.required(body).reason()));
    }

    @POST
    @Once
    @Path("/{id}/appeal")
    @Operation(summary = "Say why it was honest, once (the volunteer)")
    @Answer(HeldJson.class)
    public Response appeal(@PathParam("id") String id, @Nullable AppealJson body) {
        return answer(desk.appeal(Id.ofPath(id), Body.required(body).words()));
    }

    private Response answer(HeldPosting held) {
        return Response.ok(json(held)).build();
    }

    private HeldJson json(HeldPosting held) {
        Locale locale = language.locale();
        List<FindingJson> findings = held.findings().stream()
                .map(finding -> new FindingJson(
                        finding.code(),
                        messages.text(
                                locale,
                                "points.finding." + finding.code(),
                                finding.arguments().toArray())))
                .toList();
        return HeldJson.of(held, findings);
    }
}
