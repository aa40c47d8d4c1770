package org.linli.portal.orders.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.AssessService;
import org.linli.portal.orders.OrderQueries;
import org.linli.portal.orders.OrderRef;
import org.linli.portal.orders.PlacingDesk;
import org.linli.portal.orders.ReviewDesk;
import org.linli.portal.orders.ReviewService;
import org.linli.portal.orders.rest.WireOrders.LineJson;
import org.linli.portal.orders.rest.WireOrders.OrderDetailJson;
import org.linli.portal.platform.i18n.Texts;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;

/** One order: reading it, and what residents and assessors do. */
@Path("/orders/{id}")
@Tag(name = "orders")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrderResource {
    private final OrderQueries queries;
    private final OrderAnswers answers;
    private final PlacingDesk placing;
    private final ReviewDesk reviews;
    private final Texts texts;

    @Inject
    public OrderResource(
            OrderQueries queries, OrderAnswers answers, PlacingDesk placing, ReviewDesk reviews, Texts texts) {
        this.queries = queries;
        this.answers = answers;
        this.placing = placing;
        this.reviews = reviews;
        this.texts = texts;
    }

    @Schema(name = "ReasonGiven")
    public record ReasonGivenJson(
            @Nullable @Schema(example = "临时有事") String reason) {}

    @Schema(name = "NewReview")
    public record NewReviewJson(
            @Nullable @Schema(minimum = "1", maximum = "5", required = true, example = "5")
            Integer rating,

            @Nullable @Schema(example = "准时到，干活仔细") String comment,

            @Nullable @Schema(example = "60", description = "All that was claimed when missing")
            Integer minutes) {}

    @Schema(name = "NewAssessment")
    public record NewAssessmentJson(
            @Nullable @Schema(minimum = "0", maximum = "100", required = true, example = "90", description = "0 to 100")
            Integer score,

            @Nullable @Schema(example = "记录完整") String comment) {}

    @Schema(name = "CheckInCode")
    public record CodeJson(@Schema(example = "402917") String code) {}

    @GET
    @Operation(summary = "One order, as far as it concerns the caller")
    @Answer(value = OrderDetailJson.class, tagged = true)
    public Response get(@PathParam("id") String id) {
        return answers.ok(Id.ofPath(id));
    }

    @GET
    @Path("/timeline")
    @Operation(summary = "What happened to the order, oldest first")
    public Page<LineJson> timeline(@PathParam("id") String id) {
        return new Page<>(
                queries.timeline(Id.ofPath(id)).stream()
                        .map(line -> LineJson.of(line, texts))
                        .toList(),
                null);
    }

    @GET
    @Path("/check-in-code")
    @Operation(
            summary =
                    "The six digits that the resident shows to the volunteer, to begin and then others to end; for the resident only")
    public CodeJson code(@PathParam("id") String id) {
        String code = queries.checkInCode(Id.ofPath(id));
        if (code == null) {
            throw DomainException.notFound();
        }
        return new CodeJson(code);
    }

    @POST
    @Path("/cancel")
    @Once
    @Operation(
            summary = "Cancel the order (resident, placer, dispatcher; once begun only the dispatcher, with a reason)")
    @Answer(value = OrderDetailJson.class, tagged = true)
    public Response cancel(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody @Nullable ReasonGivenJson body) {
        OrderRef order = Wire.order(id, ifMatch);
        placing.cancel(order, body == null ? null : body.reason());
        return answers.ok(order.id());
    }

    @POST
    @Path("/review")
    @Once
    @Operation(summary = "Confirm the minutes and rate the service: record and points come with it")
    @Answer(value = OrderDetailJson.class, tagged = true)
    public Response review(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable NewReviewJson body) {
        OrderRef order = Wire.order(id, ifMatch);
        NewReviewJson review = Body.required(body);
        reviews.review(new ReviewService(order, review.rating(), review.comment(), review.minutes()));
        return answers.ok(order.id());
    }

    @POST
    @Path("/assess")
    @Once
    @Operation(summary = "Score the service, where the flow asks for it (assessors)")
    @Answer(value = OrderDetailJson.class, tagged = true)
    public Response assess(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable NewAssessmentJson body) {
        OrderRef order = Wire.order(id, ifMatch);
        NewAssessmentJson assessment = Body.required(body);
        reviews.assess(new AssessService(order, assessment.score(), assessment.comment()));
        return answers.ok(order.id());
    }
}
