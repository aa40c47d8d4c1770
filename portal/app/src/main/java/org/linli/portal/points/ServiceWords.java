package org.linli.portal.points;

import java.util.ArrayList;
import java.util.List;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.points.Explanation.Line;
import org.linli.portal.points.rule.RuleArithmetic.Limit;

/** Why a service earned what it earned, line by line; also for receipts made before there were editions. */
final class ServiceWords {
    private static final int FULL = 100;
    private static final int MINUTES_PER_HOUR = 60;

    private ServiceWords() {}

    static List<Line> lines(Receipt receipt, ReceiptWords words) {
        List<Line> lines = new ArrayList<>();
        lines.add(words.line("item", words.item(receipt)));
        lines.add(words.line(
                "minutes",
                words.of("points.receipt.minutes.value", receipt.text("minutes")),
                receipt.number("planned") > 0 ? words.of("points.receipt.planned", receipt.text("planned")) : ""));
        lines.add(words.line(
                "evidence",
                words.of("points.evidence." + receipt.text("evidence")),
                percent(receipt, "weight") == FULL ? "" : words.of("points.receipt.weight", receipt.text("weight"))));
        if (!receipt.text("confirmed").isEmpty()) {
            String how = words.of("points.confirmed." + receipt.text("confirmed"), receipt.text("by"));
            lines.add(words.line("confirmed", how));
        }
        lines.add(words.line(
                "rate",
                words.of("points.receipt.rate.value", Points.format(receipt.number("rate"))),
                receipt.text("rateOf").equals("rule") ? words.of("points.receipt.rate.rule") : ""));
        if (percent(receipt, "difficulty") != FULL) {
            lines.add(words.line("difficulty", words.of("points.receipt.percent", receipt.text("difficulty"))));
        }
        sum(receipt, words, lines);
        return lines;
    }

    private static void sum(Receipt receipt, ReceiptWords words, List<Line> lines) {
        Limit limit = limit(receipt);
        if (limit == Limit.TOO_SHORT) {
            lines.add(words.line(
                    "nothing", words.of("points.limit.TOO_SHORT", receipt.text("share"), receipt.text("planned"))));
            return;
        }
        long full = limit == Limit.NONE ? receipt.number("amount") : receipt.number("full");
        lines.add(words.line("formula", formula(receipt, full, words), rounded(receipt, words)));
        if (limit != Limit.NONE) {
            String of = limit == Limit.DAY_CAP ? "day" : "month";
            lines.add(words.line(
                    "limit",
                    words.of(
                            "points.limit." + limit,
                            Points.format(receipt.number(of + "Cap")),
                            Points.format(receipt.number(of + "Before")),
                            Points.format(receipt.number("amount")))));
        } else if (full == 0) {
            lines.add(words.line("nothing", words.of("points.nothing." + why(receipt))));
        }
    }

    private static String formula(Receipt receipt, long full, ReceiptWords words) {
        StringBuilder factors = new StringBuilder();
        for (String factor : List.of("difficulty", "weight")) {
            if (percent(receipt, factor) != FULL) {
                factors.append(" × ").append(receipt.text(factor)).append('%');
            }
        }
        return words.of(
                "points.receipt.formula.value",
                Points.format(receipt.number("rate")),
                receipt.text("minutes"),
                factors.toString(),
                Points.format(full));
    }

    private static String why(Receipt receipt) {
        if (receipt.number("rate") == 0) {
            return "rate";
        }
        return percent(receipt, "weight") == 0 ? "weight" : "little";
    }

    private static String rounded(Receipt receipt, ReceiptWords words) {
        boolean rounded = receipt.text("rounded").isEmpty()
                ? receipt.number("rate") * receipt.number("minutes") % MINUTES_PER_HOUR != 0
                : Boolean.parseBoolean(receipt.text("rounded"));
        return rounded ? words.of("points.receipt.rounded") : "";
    }

    private static Limit limit(Receipt receipt) {
        String limit = receipt.text("limit");
        return limit.isEmpty() ? Limit.NONE : Limit.valueOf(limit);
    }

    /** A receipt without that fact was made when everything counted in full. */
    private static long percent(Receipt receipt, String name) {
        return receipt.text(name).isEmpty() ? FULL : receipt.number(name);
    }
}
