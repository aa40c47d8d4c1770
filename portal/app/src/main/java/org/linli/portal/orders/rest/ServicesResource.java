package org.linli.portal.orders.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.CheckInOutcome;
import org.linli.portal.orders.CompleteService;
import org.linli.portal.orders.OrderRef;
import org.linli.portal.orders.ServiceDesk;
import org.linli.portal.orders.rest.OrderResource.ReasonGivenJson;
import org.linli.portal.orders.rest.WireOrders.OrderDetailJson;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Problem;
import org.linli.portal.platform.problem.Problems;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;

/** 接单: what a volunteer does with an order. */
@Path("/orders/{id}")
@Tag(name = "service")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ServicesResource {
    private final ServiceDesk desk;
    private final OrderAnswers answers;
    private final Problems problems;
    private final Language language;

    @Inject
    public ServicesResource(ServiceDesk desk, OrderAnswers answers, Problems problems, Language language) {
        this.desk = desk;
        this.answers = answers;
        this.problems = problems;
        this.language = language;
    }

    @Schema(name = "CheckIn")
    public record CheckInJson(
            @Nullable @Schema(required = true, example = "402917")
            String code) {}

    @Schema(name = "Completion")
    public record CompletionJson(
            @Nullable @Schema(required = true, example = "换了一根电源线，试用正常")
            String journal,

            @Nullable @Schema(example = "45", description = "The time since check-in when missing")
            Integer minutes,

            @Nullable
            @Schema(
                    example = "402917",
                    description = "The resident's second code: with it the evidence is of grade A, without it of B")
            String code) {}

    @POST
    @Path("/accept")
    @Once
    @Operation(summary = "Accept an offer; the first has the order, the others get orders.already-accepted (409)")
    @Answer(value = OrderDetailJson.class, tagged = true)
    public Response accept(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        OrderRef order = Wire.order(id, ifMatch);
        desk.accept(order);
        return answers.ok(order.id());
    }

    @POST
    @Path("/release")
    @Once
    @Operation(summary = "Give an accepted order back (the volunteer), or take it from them (the dispatcher)")
    @Answer(value = OrderDetailJson.class, tagged = true)
    public Response release(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable ReasonGivenJson body) {
        OrderRef order = Wire.order(id, ifMatch);
        desk.release(order, body == null ? null : body.reason());
        return answers.ok(order.id());
    }

    /** A wrong code is answered and not thrown: thrown, it would roll back the count of tries. */
    @POST
    @Path("/check-in")
    @Once
    @Operation(summary = "Begin the service with the resident's six digits; five wrong codes lock it (409)")
    @Answer(value = OrderDetailJson.class, tagged = true)
    public Response checkIn(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable CheckInJson body) {
        OrderRef order = Wire.order(id, ifMatch);
        CheckInOutcome outcome = desk.checkIn(order, Body.required(body).code());
        return answer(order, outcome);
    }

    private Response answer(OrderRef order, CheckInOutcome outcome) {
        if (outcome.checkedIn()) {
            return answers.ok(order.id());
        }
        Problem problem =
                problems.of(DomainException.conflict("orders.wrong-code", outcome.triesLeft()), language.locale());
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    @POST
    @Path("/complete")
    @Once
    @Operation(
            summary =
                    "End the service with a journal and, for better evidence, the resident's second code; five wrong codes"
                            + " lock it (409), and it ends without one. The resident is asked to confirm")
    @Answer(value = OrderDetailJson.class, tagged = true)
    public Response complete(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable CompletionJson body) {
        OrderRef order = Wire.order(id, ifMatch);
        CompletionJson completion = Body.required(body);
        CheckInOutcome outcome = desk.complete(
                new CompleteService(order, completion.journal(), completion.minutes(), completion.code()));
        return answer(order, outcome);
    }
}
