package org.linli.portal.points;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.linli.portal.ledger.Movement;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.i18n.Messages;
import org.linli.portal.points.Explanation.Line;

/** Says in words why points moved, from the receipt that was kept at that time. */
@ApplicationScoped
public class Receipts {
    private static final Set<String> RULES =
            Set.of(ServiceRule.CODE, "service-time", "award", "brand", "redemption", "redemption-returned", "reversal");

    private final Messages messages;

    @Inject
    public Receipts(Messages messages) {
        this.messages = messages;
    }

    /** The movement in words. */
    public Explanation explain(Movement movement, Locale locale) {
        Receipt receipt = movement.receipt() == null ? Receipt.of("", 0) : movement.receipt();
        if (!RULES.contains(receipt.rule()) && !GiftWords.RULES.contains(receipt.rule())) {
            String reason = messages.text(locale, "ledger.reason." + movement.reason());
            return new Explanation(movement, reason, "", List.of());
        }
        Said said = say(receipt, locale);
        return new Explanation(movement, said.title(), said.rule(), said.lines());
    }

    /**
     * A receipt in words.
     *
     * @param title in short
     * @param rule name and edition of the rule
     * @param lines what the rule looked at
     */
    public record Said(String title, String rule, List<Line> lines) {}

    /** A receipt of a rule in words, also when nothing moved. */
    public Said say(Receipt receipt, Locale locale) {
        ReceiptWords words = new ReceiptWords(messages, locale);
        String subject = receipt.text("reason").isEmpty() ? words.item(receipt) : receipt.text("reason");
        String title = words.of("points.title." + receipt.rule(), subject);
        return new Said(title, rule(receipt, words), lines(receipt, words));
    }

    private static String rule(Receipt receipt, ReceiptWords words) {
        if (receipt.rule().equals(ServiceRule.CODE) && receipt.edition() == 0) {
            return words.of("points.rule.service.builtin");
        }
        return words.of("points.rule." + receipt.rule()) + words.of("points.edition", receipt.edition());
    }

    private static List<Line> lines(Receipt receipt, ReceiptWords words) {
        if (GiftWords.RULES.contains(receipt.rule())) {
            return GiftWords.lines(receipt, words);
        }
        return switch (receipt.rule()) {
            case ServiceRule.CODE, "service-time" -> ServiceWords.lines(receipt, words);
            case "award" -> List.of(words.line("reason", receipt.text("reason")), words.line("by", receipt.text("by")));
            case "brand" ->
                List.of(words.line("reason", receipt.text("reason")), words.line("by", receipt.text("brand")));
            case "redemption" -> redemption(receipt, words);
            case "redemption-returned" ->
                List.of(
                        words.line(
                                "item",
                                words.of("points.receipt.pieces", words.item(receipt), receipt.text("quantity"))),
                        words.line("outcome", words.of("points.outcome." + receipt.text("outcome"))));
            default -> List.of(words.line("correction", receipt.text("reason")), words.line("by", receipt.text("by")));
        };
    }

    private static List<Line> redemption(Receipt receipt, ReceiptWords words) {
        String price = Points.format(receipt.number("price"));
        String quantity = receipt.text("quantity");
        return List.of(
                words.line("item", words.item(receipt)),
                words.line("price", words.of("points.receipt.price.value", price)),
                words.line("quantity", quantity),
                words.line(
                        "formula",
                        words.of("points.receipt.times", price, quantity, Points.format(receipt.number("amount")))));
    }
}
