package org.linli.portal.shop.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.shop.DayClose;
import org.linli.portal.shop.ItemCommand;
import org.linli.portal.shop.Redemption;
import org.linli.portal.shop.RedemptionStatus;
import org.linli.portal.shop.RewardItem;
import org.linli.portal.shop.StockMovement;

/** What the resources of the shop send and take. Amounts are decimal strings in points, such as {@code "12.5"}. */
final class ShopWire {
    private ShopWire() {}

    /** Goods of a shop. */
    @Schema(name = "RewardItem")
    public record ItemJson(
            String id,
            String communityId,
            String name,
            String nameEn,
            String description,
            String icon,
            @Schema(example = "60") String price,
            int stock,
            boolean active) {
        static ItemJson of(RewardItem item) {
            RewardItem.Words words = item.words();
            return new ItemJson(
                    String.valueOf(item.id()),
                    String.valueOf(item.communityId()),
                    words.name(),
                    words.nameEn(),
                    words.description(),
                    words.icon(),
                    Points.format(item.price()),
                    item.stock(),
                    item.active());
        }
    }

    /** Goods as their keeper describes them; {@code active} only on update, on sale when absent. */
    @Schema(name = "RewardItemInput")
    public record ItemInputJson(
            @Nullable String communityId,

            @Schema(example = "洗衣液", required = true) @Nullable
            String name,

            @Schema(example = "Laundry detergent") @Nullable String nameEn,
            @Schema(example = "2 kg") @Nullable String description,
            @Schema(example = "basket") @Nullable String icon,

            @Schema(required = true, example = "60", description = "decimal, at most two places") @Nullable
            String price,

            @Nullable Boolean active) {
        ItemCommand command() {
            Points points = Points.parse(price).orElse(null);
            if (points == null && price != null) {
                throw DomainException.invalidField("price", "shop.no-price");
            }
            return new ItemCommand(name, nameEn, description, icon, points);
        }
    }

    /** Pieces that came. */
    @Schema(name = "NewDelivery")
    public record DeliveryJson(
            @Schema(example = "20", required = true) @Nullable
            Integer quantity,

            @Schema(example = "街道捐赠") @Nullable String note) {}

    /** What a count found more or less. */
    @Schema(name = "NewStockCorrection")
    public record CorrectionJson(
            @Schema(example = "-1", required = true) @Nullable
            Integer delta,

            @Schema(example = "盘点少一瓶", required = true) @Nullable
            String note) {}

    /** A change of a stock. */
    @Schema(name = "StockMovement")
    public record MovementJson(
            String id,
            int delta,

            @Schema(implementation = StockMovement.Reason.class)
            String reason,

            Instant at,
            @Nullable String actor,
            String note) {
        static MovementJson of(StockMovement movement) {
            return new MovementJson(
                    String.valueOf(movement.id()),
                    movement.delta(),
                    movement.reason().name(),
                    movement.at(),
                    movement.actorName(),
                    movement.note());
        }
    }

    /** What is to be redeemed. */
    @Schema(name = "NewRedemption")
    public record NewRedemptionJson(
            @Schema(required = true) @Nullable String itemId,

            @Schema(example = "1", minimum = "1", description = "One when missing") @Nullable
            Integer quantity,

            @Schema(example = "60", description = "price that the buyer saw; refused when it has changed") @Nullable
            String price) {
        @Nullable
        Long seenPrice() {
            Points points = Points.parse(price).orElse(null);
            if (points == null && price != null) {
                throw DomainException.invalidField("price", "shop.no-price");
            }
            return points == null ? null : (Long) points.hundredths();
        }
    }

    /** A pick-up code, and whose counter when it is not the caller's only one. */
    @Schema(name = "NewHandOver")
    public record HandOverJson(
            @Schema(required = true, example = "48291307") @Nullable
            String code,

            @Nullable String communityId) {}

    /** A redemption; the code only for its owner. */
    @Schema(name = "Redemption")
    public record RedemptionJson(
            String id,
            String communityId,
            String itemId,
            String itemName,
            String itemNameEn,
            int quantity,
            @Schema(example = "120") String total,
            @Schema(implementation = RedemptionStatus.class) String status,
            String personId,
            String personName,
            @Nullable String pickupCode,
            Instant reservedAt,
            Instant expiresAt,
            @Nullable Instant settledAt) {
        static RedemptionJson of(Redemption redemption, boolean owner) {
            return new RedemptionJson(
                    String.valueOf(redemption.id()),
                    String.valueOf(redemption.communityId()),
                    String.valueOf(redemption.goods().itemId()),
                    redemption.goods().words().name(),
                    redemption.goods().words().nameEn(),
                    redemption.goods().quantity(),
                    Points.format(redemption.total()),
                    redemption.status().name(),
                    String.valueOf(redemption.person().personId()),
                    redemption.person().name(),
                    owner ? redemption.pickupCode() : null,
                    redemption.times().reservedAt(),
                    redemption.times().expiresAt(),
                    redemption.times().settledAt());
        }
    }

    /** A day at the counter next to the ledger. */
    @Schema(name = "DayClose")
    public record DayCloseJson(
            @Schema(format = "date", example = "2026-11-22") String date,
            long handedOver,
            long pieces,
            String points,
            String ledgerPoints,
            boolean agrees,
            Map<String, Long> others,
            List<RedemptionJson> handOvers) {
        static DayCloseJson of(DayClose day, List<RedemptionJson> handOvers) {
            LocalDate date = day.date();
            return new DayCloseJson(
                    date.toString(),
                    day.handedOver(),
                    day.pieces(),
                    Points.format(day.points()),
                    Points.format(day.ledgerPoints()),
                    day.agrees(),
                    Map.of("cancelled", day.cancelled(), "expired", day.expired(), "waiting", day.waiting()),
                    handOvers);
        }
    }
}
