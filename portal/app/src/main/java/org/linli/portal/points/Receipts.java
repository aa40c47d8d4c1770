package org.linli.portal.points;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.linli.portal.ledger.Movement;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.i18n.Messages;
import org.linli.portal.points.Explanation.Line;

/** Says in words why points moved, from the receipt that was kept at that time. */
@ApplicationScoped
public class Receipts {
    private static final Set<String> RULES =
            Set.of("service-time", "award", "brand", "redemption", "redemption-returned", "reversal");
    private static final int MINUTES_PER_HOUR = 60;

    private final Messages messages;

    @Inject
    public Receipts(Messages messages) {
        this.messages = messages;
    }

    /** The movement in words. */
    public Explanation explain(Movement movement, Locale locale) {
        Receipt receipt = movement.receipt() == null ? Receipt.of("", 0) : movement.receipt();
        Words words = new Words(messages, locale);
        if (!RULES.contains(receipt.rule())) {
            String reason = words.of("ledger.reason." + movement.reason());
            return new Explanation(movement, reason, "", List.of());
        }
        String subject = receipt.text("reason").isEmpty() ? words.item(receipt) : receipt.text("reason");
        String title = words.of("points.title." + receipt.rule(), subject);
        String rule = words.of("points.rule." + receipt.rule()) + words.of("points.edition", receipt.edition());
        return new Explanation(movement, title, rule, lines(receipt, words));
    }

    private static List<Line> lines(Receipt receipt, Words words) {
        return switch (receipt.rule()) {
            case "service-time" -> service(receipt, words);
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

    private static List<Line> service(Receipt receipt, Words words) {
        String rate = Points.format(receipt.number("rate"));
        String minutes = receipt.text("minutes");
        boolean rounded = receipt.number("rate") * receipt.number("minutes") % MINUTES_PER_HOUR != 0;
        List<Line> lines = new ArrayList<>();
        lines.add(words.line("item", words.item(receipt)));
        lines.add(words.line("minutes", words.of("points.receipt.minutes.value", minutes)));
        lines.add(words.line("evidence", words.of("points.evidence." + receipt.text("evidence"))));
        lines.add(words.line("rate", words.of("points.receipt.rate.value", rate)));
        lines.add(new Line(
                "formula",
                words.of("points.receipt.formula"),
                words.of("points.receipt.formula.value", rate, minutes, Points.format(receipt.number("amount"))),
                rounded ? words.of("points.receipt.rounded") : ""));
        return lines;
    }

    private static List<Line> redemption(Receipt receipt, Words words) {
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

    /** Texts of one language. */
    private record Words(Messages messages, Locale locale) {
        String of(String key, Object... arguments) {
            return messages.text(locale, key, arguments);
        }

        /** The English name where there is one and it is wanted. */
        String item(Receipt receipt) {
            String english = receipt.text("itemEn");
            return Language.CHINESE.equals(Language.closest(locale)) || english.isEmpty()
                    ? receipt.text("item")
                    : english;
        }

        Line line(String code, String value) {
            return new Line(code, of("points.receipt." + code), value, "");
        }
    }
}
