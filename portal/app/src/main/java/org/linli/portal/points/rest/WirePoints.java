package org.linli.portal.points.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.Movement;
import org.linli.portal.ledger.Reason;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.points.Earned;
import org.linli.portal.points.Explanation;
import org.linli.portal.points.Receipts;
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

            @Schema(example = "0", description = "given by other members or from the pool")
            String received,

            @Schema(example = "0", description = "given away")
            String donated,

            @Schema(example = "0", description = "lost by age")
            String expired,

            long servedMinutes,
            long services) {
        static WalletJson of(Wallet wallet) {
            return new WalletJson(
                    Points.format(wallet.points().available()),
                    Points.format(wallet.points().held()),
                    Points.format(wallet.points().earned()),
                    Points.format(wallet.points().spent()),
                    Points.format(wallet.points().received()),
                    Points.format(wallet.points().donated()),
                    Points.format(wallet.points().expired()),
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

    /** What one service earned. */
    @Schema(name = "ServicePoints")
    public record ServicePointsJson(
            String recordId,
            LocalDate servedOn,

            @Schema(example = "12.5", description = "0 when nothing was earned")
            String amount,

            @Nullable String transactionId,
            boolean takenBack,
            @Nullable String title,

            @Nullable @Schema(description = "Missing for nothing that was earned before reasons were kept")
            ReceiptJson receipt) {
        static ServicePointsJson of(Earned earned, Receipts receipts, Locale locale) {
            Receipts.Said said = earned.receipt() == null ? null : receipts.say(earned.receipt(), locale);
            return new ServicePointsJson(
                    String.valueOf(earned.recordId()),
                    earned.servedOn(),
                    Points.format(earned.amount()),
                    text(earned.transactionId()),
                    earned.takenBack(),
                    said == null ? null : said.title(),
                    said == null ? null : new ReceiptJson(said.rule(), said.lines()));
        }
    }

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
