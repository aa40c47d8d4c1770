package org.linli.portal.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.points.Explanation.Line;

/** Receipts of what is given, granted, nominated and expired, in words. */
final class GiftWords {
    static final Set<String> RULES =
            Set.of("expiry", "donation", "donation-pool", "gift", "gift-unnamed", "grant", "nomination");

    private GiftWords() {}

    static List<Line> lines(Receipt receipt, ReceiptWords words) {
        return switch (receipt.rule()) {
            case "expiry" -> expiry(receipt, words);
            case "donation" -> List.of(words.line("to", receipt.text("to")), named(receipt, words));
            case "donation-pool" ->
                List.of(words.line("to", words.of("points.receipt.to.pool")), named(receipt, words));
            case "gift" -> message(receipt, words, receipt.text("by"));
            case "gift-unnamed" -> message(receipt, words, words.of("points.receipt.from.unnamed"));
            case "grant" ->
                List.of(
                        words.line("from", words.of("points.receipt.to.pool")),
                        words.line("reason", receipt.text("reason")),
                        words.line("by", receipt.text("by")));
            default -> nomination(receipt, words);
        };
    }

    private static List<Line> expiry(Receipt receipt, ReceiptWords words) {
        return List.of(
                words.line("before", receipt.text("before")),
                words.line("announced", Points.format(receipt.number("announced"))),
                words.line("on", receipt.text("on")));
    }

    private static Line named(Receipt receipt, ReceiptWords words) {
        return words.line("named", words.of("points.receipt.named." + receipt.text("named")));
    }

    private static List<Line> message(Receipt receipt, ReceiptWords words, String from) {
        List<Line> lines = new ArrayList<>();
        lines.add(words.line("from", from));
        if (!receipt.text("message").isEmpty()) {
            lines.add(words.line("message", receipt.text("message")));
        }
        return lines;
    }

    private static List<Line> nomination(Receipt receipt, ReceiptWords words) {
        return List.of(
                words.line("kind", words.of("points.nomination.kind." + receipt.text("kind"))),
                words.line("nominator", receipt.text("nominator")),
                words.line("seconder", receipt.text("seconder")),
                words.line("approvals", receipt.text("approvals")),
                words.line("announcement", receipt.text("from") + " – " + receipt.text("until")));
    }
}
