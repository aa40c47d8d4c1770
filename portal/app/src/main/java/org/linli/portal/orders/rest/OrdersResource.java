package org.linli.portal.orders.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.portal.brands.DataJson;
import org.linli.portal.orders.OrderQueries;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.orders.OrderSummary;
import org.linli.portal.orders.PlaceOrder;
import org.linli.portal.orders.PlacingDesk;
import org.linli.portal.orders.QueueFilter;
import org.linli.portal.orders.rest.WireOrders.OrderDetailJson;
import org.linli.portal.orders.rest.WireOrders.OrderJson;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** 点单: placing orders and listing them. */
@Path("/orders")
@Tag(name = "orders")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrdersResource {
    private final PlacingDesk desk;
    private final OrderQueries queries;
    private final OrderAnswers answers;
    private final Caller caller;

    @Inject
    public OrdersResource(PlacingDesk desk, OrderQueries queries, OrderAnswers answers, Caller caller) {
        this.desk = desk;
        this.queries = queries;
        this.answers = answers;
        this.caller = caller;
    }

    /** Which orders are listed. */
    public enum Scope {
        mine,
        queue,
        escalated
    }

    @Schema(name = "NewOrder")
    public record NewOrderJson(
            @Nullable @Schema(required = true, example = "191938472673280000")
            String itemId,

            @Nullable @Schema(description = "Who needs it; the caller when missing", nullable = true)
            String principalId,

            @Nullable @Schema(description = "How that person agreed; needed when placing for another", nullable = true)
            String consentNote,

            @Nullable @Schema(example = "电饭煲不加热，帮忙看看") String description,

            @Nullable
            @Schema(
                    example = "3栋2单元501，按门铃",
                    description =
                            "The resident's address when missing; family, who help without an office, must give it")
            String address,

            @Nullable @Schema(description = "Grid or below; the resident's home when missing", nullable = true)
            String unitId,

            @Nullable
            @Schema(format = "date-time", example = "2030-01-07T09:00:00+08:00", description = "Now when missing")
            String wantedFrom,

            @Nullable @Schema(format = "date-time", required = true, example = "2030-01-07T11:00:00+08:00")
            String wantedTo,

            @Nullable
            @Schema(
                    implementation = Object.class,
                    nullable = true,
                    example = "{\"about\":\"噪声\"}",
                    description =
                            "What the brand of the service asks for, by the names of GET /service-items/{id}/fields;"
                                    + " at most 60 kB, numbers with at most 15 digits and 9 decimals")
            JsonObject fields) {
        PlaceOrder command() {
            return new PlaceOrder(
                    null,
                    Wire.id(itemId, "itemId"),
                    Wire.id(principalId, "principalId"),
                    consentNote,
                    description,
                    address,
                    Wire.id(unitId, "unitId"),
                    Wire.time(wantedFrom, "wantedFrom"),
                    Wire.time(wantedTo, "wantedTo"),
                    fields == null ? Data.EMPTY : DataJson.of(fields));
        }
    }

    @POST
    @Once
    @Operation(summary = "Place an order, for oneself or with consent for another")
    @Answer(value = OrderDetailJson.class, status = 201, tagged = true)
    public Response place(@Nullable NewOrderJson body) {
        long id = desk.place(Body.required(body).command());
        return answers.with(Response.created(URI.create("orders/" + id)), id);
    }

    @GET
    @Operation(
            summary = "My orders, a community's for its staff, or those escalated to my part of the tree; newest first")
    public Page<OrderJson> list(
            @QueryParam("scope") @Nullable @Schema(enumeration = {"mine", "queue", "escalated"}) String scope,
            @QueryParam("communityId") @Nullable String communityId,
            @QueryParam("status") @Nullable @Schema(implementation = OrderStatus.class) List<String> statuses,
            @QueryParam("text") @Nullable String text,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Window window = Window.of(cursor, limit);
        Scope which = Wire.constant(scope, Scope.class, "scope");
        Page<OrderSummary> page =
                switch (which == null ? Scope.mine : which) {
                    case queue ->
                        queries.queue(
                                communityId == null ? caller.communityId() : Id.ofField(communityId, "communityId"),
                                new QueueFilter(statuses(statuses), false, text),
                                window);
                    case escalated -> queries.escalated(window);
                    case mine -> queries.mine(statuses(statuses), window);
                };
        return new Page<>(page.items().stream().map(OrderJson::of).toList(), page.nextCursor());
    }

    private static Set<OrderStatus> statuses(@Nullable List<String> names) {
        Set<OrderStatus> statuses = EnumSet.noneOf(OrderStatus.class);
        for (String name : names == null ? List.<String>of() : names) {
            OrderStatus status = Wire.constant(name, OrderStatus.class, "status");
            if (status != null) {
                statuses.add(status);
            }
        }
        return statuses;
    }
}
