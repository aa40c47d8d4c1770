package org.linli.portal.shop.rest;

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
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.shop.PickUpGuesses;
import org.linli.portal.shop.RedeemCommand;
import org.linli.portal.shop.Redeeming;
import org.linli.portal.shop.Redemption;
import org.linli.portal.shop.RedemptionStatus;
import org.linli.portal.shop.ShopDesk;
import org.linli.portal.shop.ShopQueries;
import org.linli.portal.shop.rest.ShopWire.DayCloseJson;
import org.linli.portal.shop.rest.ShopWire.HandOverJson;
import org.linli.portal.shop.rest.ShopWire.NewRedemptionJson;
import org.linli.portal.shop.rest.ShopWire.RedemptionJson;

/** Redeem, cancel, hand over. */
@Path("/redemptions")
@Tag(name = "shop")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RedemptionsResource {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private final ShopQueries queries;
    private final ShopDesk desk;
    private final Redeeming redeeming;
    private final HandOvers handOvers;
    private final PickUpGuesses guesses;

    @Inject
    public RedemptionsResource(
            ShopQueries queries, ShopDesk desk, Redeeming redeeming, HandOvers handOvers, PickUpGuesses guesses) {
        this.queries = queries;
        this.desk = desk;
        this.redeeming = redeeming;
        this.handOvers = handOvers;
        this.guesses = guesses;
    }

    @POST
    @Once(grouped = true)
    @Operation(summary = "Redeem goods: points are held and pieces reserved, or neither")
    @Answer(value = RedemptionJson.class, status = 201)
    public Response redeem(@Nullable NewRedemptionJson body) {
        NewRedemptionJson input = Body.required(body);
        Long item = RewardItemsResource.idOrNull(input.itemId(), "itemId");
        Integer quantity = input.quantity() == null ? (Integer) 1 : input.quantity();
        new Violations().required(item, "itemId").throwIfAny();
        Redemption redemption =
                redeeming.redeem(new RedeemCommand(Ids.next(), item == null ? 0 : item, quantity, input.seenPrice()));
        return Response.created(URI.create("redemptions/" + redemption.id()))
                .entity(json(redemption))
                .build();
    }

    @GET
    @Operation(summary = "My redemptions, newest first; with status those of the shop that I keep")
    public Page<RedemptionJson> list(
            @Schema(implementation = RedemptionStatus.class) @QueryParam("status") @Nullable String status,
            @QueryParam("communityId") @Nullable String communityId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Window window = Window.of(cursor, limit);
        Page<Redemption> page = status == null || status.isBlank()
                ? queries.mine(window)
                : queries.ofShop(RewardItemsResource.idOrNull(communityId, "communityId"), status(status), window);
        return new Page<>(page.items().stream().map(this::json).toList(), page.nextCursor());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One redemption; the pick-up code is shown to its owner only")
    public RedemptionJson one(@PathParam("id") String id) {
        return json(queries.redemption(Id.ofPath(id)));
    }

    @POST
    @Once
    @Path("/{id}/cancel")
    @Operation(summary = "Do without: points and pieces go back (owner or keeper)")
    @Answer(RedemptionJson.class)
    public Response cancel(@PathParam("id") String id) {
        return Response.ok(json(desk.cancel(Id.ofPath(id)))).build();
    }

    @POST
    @Path("/hand-overs")
    @Operation(summary = "Hand over to whoever brings the code (shopkeeper)")
    @Answer(value = RedemptionJson.class, keyed = true)
    @APIResponse(responseCode = "429")
    public Response handOver(@Nullable HandOverJson body) {
        HandOverJson input = Body.required(body);
        Long shop = RewardItemsResource.idOrNull(input.communityId(), "communityId");
        return guesses.count(shop, () -> handOvers.once(shop, input.code()));
    }

    @GET
    @Path("/day-closes/{date}")
    @Operation(summary = "What the counter did on a day next to what the ledger says (keepers)")
    public DayCloseJson dayClose(
            @PathParam("date") String date, @QueryParam("communityId") @Nullable String communityId) {
        Long shop = RewardItemsResource.idOrNull(communityId, "communityId");
        LocalDate day = date(date);
        List<RedemptionJson> handOvers =
                queries.handedOver(shop, day).stream().map(this::json).toList();
        return DayCloseJson.of(queries.dayClose(shop, day), handOvers);
    }

    private RedemptionJson json(Redemption redemption) {
        return RedemptionJson.of(redemption, queries.owns(redemption));
    }

    private static RedemptionStatus status(String text) {
        try {
            return RedemptionStatus.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw DomainException.invalidField(
                    "status",
                    "shop.no-such-status",
                    List.of(RedemptionStatus.values()).toString());
        }
    }

    private static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
                throw DomainException.notFound();
            }
            return date;
        } catch (DateTimeParseException e) {
            throw DomainException.notFound();
        }
    }
}
