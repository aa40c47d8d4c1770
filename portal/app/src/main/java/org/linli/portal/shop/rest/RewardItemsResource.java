package org.linli.portal.shop.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.EntityTags;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.shop.GoodsDesk;
import org.linli.portal.shop.RewardItem;
import org.linli.portal.shop.ShopQueries;
import org.linli.portal.shop.StockMovement;
import org.linli.portal.shop.rest.ShopWire.CorrectionJson;
import org.linli.portal.shop.rest.ShopWire.DeliveryJson;
import org.linli.portal.shop.rest.ShopWire.ItemInputJson;
import org.linli.portal.shop.rest.ShopWire.ItemJson;
import org.linli.portal.shop.rest.ShopWire.MovementJson;

/** Goods and stock of a shop. The entity tag covers names, price and state; redemptions do not change it. */
@Path("/reward-items")
@Tag(name = "shop")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RewardItemsResource {
    private final ShopQueries queries;
    private final GoodsDesk desk;

    @Inject
    public RewardItemsResource(ShopQueries queries, GoodsDesk desk) {
        this.queries = queries;
        this.desk = desk;
    }

    @GET
    @Operation(summary = "Goods of a shop, newest first; of my community unless another is named")
    public Page<ItemJson> list(
            @QueryParam("communityId") @Nullable String communityId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Page<RewardItem> page = queries.items(idOrNull(communityId, "communityId"), Window.of(cursor, limit));
        return new Page<>(page.items().stream().map(ItemJson::of).toList(), page.nextCursor());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One item")
    @Answer(value = ItemJson.class, tagged = true)
    public Response one(@PathParam("id") String id) {
        return answer(Response.ok(), queries.item(Id.ofPath(id)));
    }

    @POST
    @Once
    @Operation(summary = "New goods, without stock (shopkeepers, community administrators)")
    @Answer(value = ItemJson.class, status = 201, tagged = true)
    public Response add(@Nullable ItemInputJson body) {
        ItemInputJson input = Body.required(body);
        RewardItem item = desk.add(idOrNull(input.communityId(), "communityId"), input.command());
        return answer(Response.created(URI.create("reward-items/" + item.id())), item);
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change names, price or state; needs If-Match")
    @Answer(value = ItemJson.class, tagged = true)
    public Response change(
            @PathParam("id") String id,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable ItemInputJson body) {
        long seen = EntityTags.version(ifMatch);
        ItemInputJson input = Body.required(body);
        boolean active = input.active() == null || input.active();
        return answer(Response.ok(), desk.change(Id.ofPath(id), seen, input.command(), active));
    }

    @POST
    @Once
    @Path("/{id}/deliveries")
    @Operation(summary = "Pieces came")
    @Answer(value = ItemJson.class, status = 201, tagged = true)
    public Response deliver(@PathParam("id") String id, @Nullable DeliveryJson body) {
        DeliveryJson delivery = Body.required(body);
        return answer(
                Response.status(Response.Status.CREATED),
                desk.deliver(
                        Id.ofPath(id), new GoodsDesk.StockChange(Ids.next(), delivery.quantity(), delivery.note())));
    }

    @POST
    @Once
    @Path("/{id}/corrections")
    @Operation(summary = "A count found more or fewer pieces")
    @Answer(value = ItemJson.class, status = 201, tagged = true)
    public Response correct(@PathParam("id") String id, @Nullable CorrectionJson body) {
        CorrectionJson correction = Body.required(body);
        return answer(
                Response.status(Response.Status.CREATED),
                desk.correct(
                        Id.ofPath(id), new GoodsDesk.StockChange(Ids.next(), correction.delta(), correction.note())));
    }

    @GET
    @Path("/{id}/movements")
    @Operation(summary = "Every change of a stock, newest first (keepers)")
    public Page<MovementJson> movements(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Page<StockMovement> page = queries.movements(Id.ofPath(id), Window.of(cursor, limit));
        return new Page<>(page.items().stream().map(MovementJson::of).toList(), page.nextCursor());
    }

    private static Response answer(Response.ResponseBuilder response, RewardItem item) {
        return response.entity(ItemJson.of(item))
                .tag(EntityTags.of(item.version()))
                .build();
    }

    static @Nullable Long idOrNull(@Nullable String text, String field) {
        return text == null || text.isBlank() ? null : (Long) Id.ofField(text, field);
    }
}
