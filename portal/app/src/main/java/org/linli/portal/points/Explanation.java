package org.linli.portal.points;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.linli.portal.ledger.Movement;

/**
 * A movement in the reader's words: the answer to "why 12.5?".
 *
 * @param movement what moved
 * @param title in short, e.g. the service or the goods
 * @param rule name and edition of the rule
 * @param lines what the rule looked at, ending with the sum
 */
public record Explanation(Movement movement, String title, String rule, List<Line> lines) {
    public Explanation {
        lines = List.copyOf(lines);
    }

    /**
     * A line of the receipt.
     *
     * @param code stable name of the line
     * @param label what it is
     * @param value its value in words
     * @param note remark, empty when there is none
     */
    @Schema(name = "PointsReceiptLine")
    public record Line(String code, String label, String value, String note) {}
}
