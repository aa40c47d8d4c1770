package org.linli.portal.orders.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.portal.brands.DataJson;
import org.linli.portal.orders.BrandOrderQueries;
import org.linli.portal.orders.OrderRef;
import org.linli.portal.orders.StepDesk;
import org.linli.portal.orders.rest.WireBrandPart.BrandPartJson;
import org.linli.portal.orders.rest.WireOrders.OrderDetailJson;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.Id;

/** What a service brand added to an order, and the steps that people take in it. */
@Path("/orders/{id}")
@Tag(name = "orders")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BrandPartResource {
    private final BrandOrderQueries queries;
    private final StepDesk desk;
    private final OrderAnswers answers;
    private final Language language;

    @Inject
    public BrandPartResource(BrandOrderQueries queries, StepDesk desk, OrderAnswers answers, Language language) {
        this.queries = queries;
        this.desk = desk;
        this.answers = answers;
        this.language = language;
    }

    @Schema(name = "StepInput")
    public record StepInputJson(
            @Nullable
            @Schema(
                    required = true,
                    implementation = Object.class,
                    example = "{\"passed\":\"yes\"}",
                    description = "Values by the names of the step's inputs")
            JsonObject input) {}

    @GET
    @Path("/brand")
    @Operation(summary = "What a service brand added to the order: fields, participants, parent, steps; 404 for none")
    public BrandPartJson brand(@PathParam("id") String id) {
        return queries.find(Id.ofPath(id), language.locale())
                .map(BrandPartJson::of)
                .orElseThrow(DomainException::notFound);
    }

    @POST
    @Path("/steps/{step}")
    @Once
    @Operation(summary = "Take the step of the brand that waits")
    @Answer(value = OrderDetailJson.class, tagged = true)
    public Response take(
            @PathParam("id") String id,
            @PathParam("step") String step,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable StepInputJson body) {
        OrderRef order = Wire.order(id, ifMatch);
        JsonObject input = Body.required(body).input();
        desk.take(order, step, input == null ? Data.EMPTY : DataJson.of(input));
        return answers.ok(order.id());
    }
}
