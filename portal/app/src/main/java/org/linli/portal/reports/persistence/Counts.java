package org.linli.portal.reports.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.reports.Figures;
import org.linli.portal.reports.Period;

/**
 * Counts a whole subtree by one range of paths a question, split by the step below the unit. At and above a community
 * rows are found by their community, below by the unit of the order.
 */
@ApplicationScoped
public class Counts {
    /** The id, in base 36, of the child that a row lies under. */
    private static final String CHILD = "SUBSTRING_INDEX(SUBSTRING(u.path, %d), '/', 1)";

    private static final String ALL = "''";
    private static final String WHEN = " WHERE u.path LIKE ? AND %1$s >= ? AND %1$s < ?";

    private final Sql sql;

    @Inject
    public Counts(Sql sql) {
        this.sql = sql;
    }

    /**
     * What is to be counted.
     *
     * @param path of the unit
     * @param byCommunity whether rows are found by their community rather than by the unit of the order
     * @param split whether to split by child
     * @param period when
     */
    public record Question(String path, boolean byCommunity, boolean split, Period period) {
        private String key() {
            return split ? CHILD.formatted(path.length() + 1) : ALL;
        }

        private Object[] parameters() {
            return new Object[] {path + "%", period.start(), period.end()};
        }
    }

    /** Figures by id of the child, or under 0 for the whole unit. */
    public Map<Long, Figures> figures(Question question) {
        Map<Long, Tally> tallies = new HashMap<>();
        orders(question, tallies);
        services(question, tallies);
        points(question, tallies);
        Map<Long, Figures> figures = new HashMap<>();
        tallies.forEach((child, tally) -> figures.put(child, tally.figures(question.byCommunity())));
        return figures;
    }

    private void orders(Question question, Map<Long, Tally> tallies) {
        String from = " FROM org_unit u JOIN service_order o ON o."
                + (question.byCommunity() ? "community_id" : "unit_id") + " = u.id" + WHEN.formatted("o.placed_at");
        sql.list(
                "SELECT " + question.key() + " child, o.status, COUNT(*)" + from + " GROUP BY child, o.status",
                row -> tally(tallies, row.text(1)).orders.put(row.constant(2, OrderStatus.class), row.number(3)),
                question.parameters());
        sql.list(
                "SELECT " + question.key() + " child, COUNT(DISTINCT o.principal_id)" + from + " GROUP BY child",
                row -> tally(tallies, row.text(1)).residents = row.number(2),
                question.parameters());
    }

    private void services(Question question, Map<Long, Tally> tallies) {
        sql.list(
                "SELECT " + question.key()
                        + " child, SUM(SIGN(r.minutes)), SUM(r.minutes), COUNT(DISTINCT r.volunteer_id)"
                        + records(question) + WHEN.formatted("r.recorded_at") + " GROUP BY child",
                row -> {
                    Tally tally = tally(tallies, row.text(1));
                    tally.services = row.number(2);
                    tally.minutes = row.number(3);
                    tally.volunteers = row.number(4);
                    return tally;
                },
                question.parameters());
    }

    private void points(Question question, Map<Long, Tally> tallies) {
        String entries = " JOIN ledger_entry e ON e.transaction_id = t.id JOIN points_account a ON a.id = e.account_id";
        String posted = " FROM org_unit u JOIN points_transaction t ON t.community_id = u.id" + entries
                + WHEN.formatted("t.posted_at");
        String paid = records(question) + " JOIN points_transaction t ON t.reason = 'SERVICE' AND t.source_id = r.id"
                + entries + WHEN.formatted("r.recorded_at");
        String issued =
                question.byCommunity() ? posted + " AND t.reason IN ('SERVICE', 'AWARD', 'BRAND', 'REVERSAL')" : paid;
        sql.list(
                "SELECT " + question.key() + " child, SUM(e.amount)" + issued + " AND a.kind = 'MEMBER' GROUP BY child",
                row -> tally(tallies, row.text(1)).issued = row.number(2),
                question.parameters());
        if (question.byCommunity()) {
            sql.list(
                    "SELECT " + question.key() + " child, SUM(e.amount)" + posted
                            + " AND t.reason = 'CAPTURE' AND a.kind = 'REDEEMED' GROUP BY child",
                    row -> tally(tallies, row.text(1)).spent = row.number(2),
                    question.parameters());
        }
    }

    private static String records(Question question) {
        return question.byCommunity()
                ? " FROM org_unit u JOIN service_record r ON r.community_id = u.id"
                : " FROM org_unit u JOIN service_order o ON o.unit_id = u.id"
                        + " JOIN service_record r ON r.order_id = o.id";
    }

    private static Tally tally(Map<Long, Tally> tallies, String child) {
        return tallies.computeIfAbsent(child.isEmpty() ? 0L : Long.parseLong(child, 36), id -> new Tally());
    }

    /** Figures while they are gathered. */
    private static final class Tally {
        private final Map<OrderStatus, Long> orders = new EnumMap<>(OrderStatus.class);
        private long residents;
        private long services;
        private long minutes;
        private long volunteers;
        private long issued;
        private long spent;

        private Figures figures(boolean withShop) {
            return new Figures(
                    orders, residents, services, minutes, volunteers, issued, withShop ? (Long) spent : null, false);
        }
    }
}
