package org.linli.portal.points.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.Movement;
import org.linli.portal.ledger.Reason;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.points.Explanation;
import org.linli.portal.points.Wallet;

/** What the resources of points send and take. Amounts are decimal strings in points, such as {@code "12.5"}. */
final class WirePoints {
    private WirePoints() {}

    /** The two ledgers of a person. */
    @Schema(name = "Wallet")
    public record WalletJson(
            @Schema(example = "128.5") String available,
            @Schema(example = "20") String held,
            @Schema(example = "300.5") String earned,
            @Schema(example = "152") String spent,
            long servedMinutes,
            long services) {
        static WalletJson of(Wallet wallet) {
            return new WalletJson(
                    Points.format(wallet.points().available()),
                    Points.format(wallet.points().held()),
                    Points.format(wallet.points().earned()),
                    Points.format(wallet.points().spent()),
                    wallet.minutes(),
                    wallet.services());
        }
    }

    /** A movement of points with its receipt in the caller's language. */
    @Schema(name = "PointsTransaction")
    public record TransactionJson(
            String id,
            String personId,
            @Schema(implementation = Reason.class) String reason,
            @Schema(example = "12.5") String amount,
            @Schema(example = "小家电检修") String title,
            Instant postedAt,
            @Nullable String reversesId,
            @Nullable String reversedById,
            ReceiptJson receipt) {
        static TransactionJson of(Explanation explanation) {
            Movement movement = explanation.movement();
            return new TransactionJson(
                    String.valueOf(movement.id()),
                    String.valueOf(movement.personId()),
                    movement.reason().name(),
                    Points.format(movement.amount()),
                    explanation.title(),
                    movement.postedAt(),
                    text(movement.reversesId()),
                    text(movement.reversedById()),
                    new ReceiptJson(explanation.rule(), explanation.lines()));
        }
    }

    /** Why this amount. */
    @Schema(name = "PointsReceipt")
    public record ReceiptJson(String rule, List<Explanation.Line> lines) {}

    /** An award to be made. */
    @Schema(name = "NewPointsAward")
    public record NewAwardJson(
            @Schema(example = "169242682982415648", required = true) @Nullable
            String personId,

            @Schema(required = true, example = "10", description = "decimal, at most two places") @Nullable
            String points,

            @Schema(example = "帮邻居找回走失的孩子", required = true) @Nullable
            String reason) {}

    /** Why something is taken back. */
    @Schema(name = "NewPointsReversal")
    public record NewReversalJson(
            @Schema(example = "记错了人", required = true) @Nullable
            String reason) {}

    private static @Nullable String text(@Nullable Long id) {
        return id == null ? null : id.toString();
    }
}
