package org.linli.portal.orders.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.Affair;
import org.linli.portal.orders.CandidateRanking;
import org.linli.portal.orders.DispatchDesk;
import org.linli.portal.orders.OfferOrder;
import org.linli.portal.orders.OrderRef;
import org.linli.portal.orders.ServiceDesk;
import org.linli.portal.orders.Severity;
import org.linli.portal.orders.TriageOrder;
import org.linli.portal.orders.rest.OrderResource.ReasonGivenJson;
import org.linli.portal.orders.rest.WireDispatch.CandidateJson;
import org.linli.portal.orders.rest.WireOrders.OrderDetailJson;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;

/** 派单: candidates, offers and their answers. */
@Path("/orders/{id}")
@Tag(name = "dispatch")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DispatchesResource {
    private static final int MAX_CANDIDATES = 100;

    private final DispatchDesk desk;
    private final CandidateRanking ranking;
    private final ServiceDesk service;
    private final OrderAnswers answers;
    private final WireDispatch wire;

    @Inject
    public DispatchesResource(
            DispatchDesk desk, CandidateRanking ranking, ServiceDesk service, OrderAnswers answers, WireDispatch wire) {
        this.ranking = ranking;
        this.desk = desk;
        this.service = service;
        this.answers = answers;
        this.wire = wire;
    }

    @Schema(name = "NewTriage")
    public record NewTriageJson(
            @Nullable
            @Schema(
                    implementation = Affair.class,
                    required = true,
                    example = "SHARED",
                    description = "PUBLIC, SHARED or PRIVATE")
            String affair,

            @Nullable
            @Schema(
                    implementation = Severity.class,
                    required = true,
                    example = "ORDINARY",
                    description = "ORDINARY, MAJOR or COMPLEX")
            String severity,

            @Nullable String note) {}

    @Schema(name = "NewDispatch")
    public record NewDispatchJson(
            @Nullable @Schema(example = "[\"191938472673280002\"]", description = "Volunteers, or else one team")
            List<String> volunteerIds,

            @Nullable @Schema(nullable = true) String teamId,
            @Nullable @Schema(example = "住得最近") String note) {}

    @GET
    @Path("/candidates")
    @Operation(summary = "Volunteers with what speaks for and against them, the best first (dispatchers)")
    public Page<CandidateJson> candidates(
            @PathParam("id") String id,
            @QueryParam("who") @DefaultValue("") String who,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        if (limit < 1 || limit > MAX_CANDIDATES) {
            throw DomainException.invalidField("limit", "platform.field-out-of-range", 1, MAX_CANDIDATES);
        }
        return new Page<>(
                ranking.candidates(Id.ofPath(id), who, limit).stream()
                        .map(wire::candidate)
                        .toList(),
                null);
    }

    @POST
    @Path("/triage")
    @Once
    @Operation(summary = "Say what sort of affair it is, where the flow asks for it")
    @Answer(value = OrderDetailJson.class, tagged = true)
    public Response triage(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable NewTriageJson body) {
        OrderRef order = Wire.order(id, ifMatch);
        NewTriageJson triage = Body.required(body);
        desk.triage(new TriageOrder(
                order,
                Wire.constant(triage.affair(), Affair.class, "affair"),
                Wire.constant(triage.severity(), Severity.class, "severity"),
                triage.note()));
        return answers.ok(order.id());
    }

    @POST
    @Path("/dispatches")
    @Once
    @Operation(summary = "Ask volunteers or a team; the first to accept has the order (dispatchers)")
    @Answer(value = OrderDetailJson.class, tagged = true)
    public Response offer(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable NewDispatchJson body) {
        OrderRef order = Wire.order(id, ifMatch);
        NewDispatchJson offer = Body.required(body);
        desk.offer(new OfferOrder(
                order,
                Wire.ids(offer.volunteerIds(), "volunteerIds"),
                Wire.id(offer.teamId(), "teamId"),
                offer.note()));
        return answers.ok(order.id());
    }

    @POST
    @Path("/dispatches/{dispatchId}/decline")
    @Once
    @Operation(summary = "Say no to an offer (the volunteer; for a team its leader)")
    @Answer(value = OrderDetailJson.class, tagged = true)
    public Response decline(
            @PathParam("id") String id,
            @PathParam("dispatchId") String dispatchId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody @Nullable ReasonGivenJson body) {
        OrderRef order = Wire.order(id, ifMatch);
        service.decline(order, Id.ofPath(dispatchId), body == null ? null : body.reason());
        return answers.ok(order.id());
    }

    @POST
    @Path("/dispatches/{dispatchId}/withdraw")
    @Once
    @Operation(summary = "Take an open offer back (dispatchers)")
    @Answer(value = OrderDetailJson.class, tagged = true)
    public Response withdraw(
            @PathParam("id") String id,
            @PathParam("dispatchId") String dispatchId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody @Nullable ReasonGivenJson body) {
        OrderRef order = Wire.order(id, ifMatch);
        desk.withdraw(order, Id.ofPath(dispatchId), body == null ? null : body.reason());
        return answers.ok(order.id());
    }

    @POST
    @Path("/check-in-code")
    @Once
    @Operation(summary = "Issue a new check-in code; only the resident sees it (dispatchers)")
    @Answer(value = OrderDetailJson.class, tagged = true)
    public Response renewCode(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        OrderRef order = Wire.order(id, ifMatch);
        desk.renewCode(order);
        return answers.ok(order.id());
    }
}
