package org.linli.acceptance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Invariants 1 to 3 and 6 of the domain, asked of the portal's tables. They are read from one snapshot, so they can be asked at
 * any instant, also while thousands write.
 */
public final class Invariants {
    private static final int SHOWN = 5;
    /** What must hold, and the rows that break it. */
    private static final Map<String, String> OFFENDERS = new LinkedHashMap<>();

    static {
        points();
        facts();
        journal();
        orders();
        shop();
        activities();
    }

    private Invariants() {}

    /** Fails with the rows that break an invariant. */
    public static void hold(RunningPortal portal) {
        List<String> broken = broken(portal);
        if (!broken.isEmpty()) {
            throw new AssertionError("broken invariants:\n" + String.join("\n", broken));
        }
    }

    /** One line for each invariant that does not hold. */
    public static List<String> broken(RunningPortal portal) {
        List<String> broken = new ArrayList<>();
        try (Connection connection = portal.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            for (Map.Entry<String, String> invariant : OFFENDERS.entrySet()) {
                String rows = rows(statement, invariant.getValue());
                if (!rows.isEmpty()) {
                    broken.add(invariant.getKey() + ": " + rows);
                }
            }
            statement.execute("COMMIT");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return broken;
    }

    private static void points() {
        OFFENDERS.put(
                "the entries of a transaction sum to zero",
                "SELECT transaction_id, SUM(amount) FROM ledger_entry GROUP BY transaction_id HAVING SUM(amount) <> 0");
        OFFENDERS.put(
                "a transaction has entries",
                "SELECT t.id FROM points_transaction t LEFT JOIN ledger_entry e ON e.transaction_id = t.id"
                        + " WHERE e.line IS NULL");
        OFFENDERS.put("all accounts together are zero", "SELECT SUM(amount) FROM ledger_entry HAVING SUM(amount) <> 0");
        OFFENDERS.put("no member is below zero", "SELECT account_id, balance FROM member_balance WHERE balance < 0");
        OFFENDERS.put(
                "a balance is the sum of its entries",
                "SELECT a.id, b.balance, SUM(e.amount) FROM points_account a"
                        + " LEFT JOIN member_balance b ON b.account_id = a.id"
                        + " LEFT JOIN ledger_entry e ON e.account_id = a.id WHERE a.kind = 'MEMBER'"
                        + " GROUP BY a.id, b.balance HAVING COALESCE(b.balance, 0) <> COALESCE(SUM(e.amount), 0)");
        OFFENDERS.put(
                "what is held is what open holds say",
                "SELECT c.community_id, c.held, o.open FROM (SELECT a.community_id, SUM(e.amount) held"
                        + " FROM points_account a JOIN ledger_entry e ON e.account_id = a.id WHERE a.kind = 'HELD'"
                        + " GROUP BY a.community_id) c LEFT JOIN (SELECT m.community_id, SUM(h.amount) open"
                        + " FROM points_hold h JOIN points_account m ON m.id = h.account_id WHERE h.status = 'OPEN'"
                        + " GROUP BY m.community_id) o ON o.community_id = c.community_id"
                        + " WHERE c.held <> COALESCE(o.open, 0)");
    }

    private static void facts() {
        OFFENDERS.put(
                "a fact is posted once",
                "SELECT reason, source_id FROM points_transaction GROUP BY reason, source_id HAVING COUNT(*) > 1");
        OFFENDERS.put(
                "points for service come from a service record",
                "SELECT t.id FROM points_transaction t LEFT JOIN service_record r ON r.id = t.source_id"
                        + " WHERE t.reason = 'SERVICE' AND r.id IS NULL");
        OFFENDERS.put(
                "a settled hold has one settlement of its kind",
                "SELECT h.id, h.status FROM points_hold h LEFT JOIN points_transaction t ON t.source_id = h.id"
                        + " AND t.reason IN ('CAPTURE', 'RELEASE') GROUP BY h.id, h.status HAVING"
                        + " COALESCE(GROUP_CONCAT(t.reason), 'OPEN') <> CASE h.status WHEN 'CAPTURED' THEN 'CAPTURE'"
                        + " WHEN 'RELEASED' THEN 'RELEASE' ELSE 'OPEN' END");
        OFFENDERS.put(
                "a reviewed order has its record, another has none",
                "SELECT o.id, o.status, r.id FROM service_order o LEFT JOIN service_record r ON r.order_id = o.id"
                        + " AND r.correction_no = 0 WHERE (r.id IS NOT NULL) <> (o.status IN ('REVIEWED', 'ASSESSED', 'CLOSED'))");
        OFFENDERS.put(
                "a record that earns has earned, or what it earns is held, or why it earned nothing is kept",
                "SELECT r.id FROM service_record r JOIN service_order o ON o.id = r.order_id"
                        + " LEFT JOIN points_transaction t ON t.reason = 'SERVICE' AND t.source_id = r.id"
                        + " LEFT JOIN held_posting h ON h.source = 'SERVICE' AND h.source_id = r.id AND h.status <> 'RELEASED'"
                        + " WHERE t.id IS NULL AND h.id IS NULL AND r.correction_no = 0"
                        + " AND NOT EXISTS (SELECT 1 FROM service_points s WHERE s.record_id = r.id AND s.amount = 0)"
                        + " AND o.points_rate * r.minutes DIV 60 > 0");
        OFFENDERS.put(
                "what a record earned is what was posted for it",
                "SELECT s.record_id, s.amount, SUM(e.amount) FROM service_points s LEFT JOIN points_transaction t"
                        + " ON t.reason = 'SERVICE' AND t.source_id = s.record_id LEFT JOIN ledger_entry e"
                        + " ON e.transaction_id = t.id AND e.amount > 0 GROUP BY s.record_id, s.amount"
                        + " HAVING s.amount <> COALESCE(SUM(e.amount), 0)");
        OFFENDERS.put(
                "a fact is sealed once or waits to be, never both",
                "SELECT p.kind, p.source_id FROM journal_pending p JOIN journal_entry e ON e.kind = p.kind"
                        + " AND e.source_id = p.source_id");
        OFFENDERS.put(
                "every posting is sealed or waits to be",
                "SELECT t.id FROM points_transaction t LEFT JOIN journal_pending p ON p.kind = 'POINTS'"
                        + " AND p.source_id = t.id AND p.community_id = t.community_id LEFT JOIN journal_entry e"
                        + " ON e.kind = 'POINTS' AND e.source_id = t.id WHERE p.source_id IS NULL AND e.source_id IS NULL");
        OFFENDERS.put(
                "every record is sealed or waits to be",
                "SELECT r.id FROM service_record r LEFT JOIN journal_pending p ON p.kind = 'SERVICE'"
                        + " AND p.source_id = r.id AND p.community_id = r.community_id LEFT JOIN journal_entry e"
                        + " ON e.kind = 'SERVICE' AND e.source_id = r.id WHERE p.source_id IS NULL AND e.source_id IS NULL");
        OFFENDERS.put(
                "a chain has no gap",
                "SELECT community_id, COUNT(*), MAX(seq) FROM journal_entry GROUP BY community_id"
                        + " HAVING COUNT(*) <> MAX(seq)");
    }

    private static void journal() {
        noted("POINTS", "points_transaction");
        noted("SERVICE", "service_record");
        OFFENDERS.put(
                "a chain has no gap and ends where its head says",
                "SELECT h.community_id, h.seq, COUNT(e.seq), MAX(e.seq) FROM journal_head h LEFT JOIN journal_entry e"
                        + " ON e.community_id = h.community_id GROUP BY h.community_id, h.seq"
                        + " HAVING h.seq <> COUNT(e.seq) OR h.seq <> COALESCE(MAX(e.seq), 0)");
    }

    private static void noted(String kind, String table) {
        OFFENDERS.put(
                "every row of " + table + " is in the journal once, or waits for it once",
                "SELECT f.id FROM " + table + " f LEFT JOIN journal_entry e ON e.kind = '" + kind
                        + "' AND e.source_id = f.id AND e.community_id = f.community_id LEFT JOIN journal_pending p"
                        + " ON p.kind = '" + kind + "' AND p.source_id = f.id AND p.community_id = f.community_id"
                        + " WHERE (e.seq IS NULL) = (p.source_id IS NULL)");
    }

    private static void orders() {
        OFFENDERS.put(
                "an order has one live assignment while somebody has it, else none",
                "SELECT o.id, o.status, COUNT(a.id) FROM service_order o LEFT JOIN assignment a"
                        + " ON a.live_order_id = o.id GROUP BY o.id, o.status"
                        + " HAVING COUNT(a.id) <> (o.status IN ('ACCEPTED', 'IN_SERVICE'))");
        OFFENDERS.put(
                "an order that waits for answers has an open offer, another has none",
                "SELECT o.id, o.status, COUNT(d.id) FROM service_order o LEFT JOIN dispatch d"
                        + " ON d.order_id = o.id AND d.status = 'OFFERED' GROUP BY o.id, o.status"
                        + " HAVING (COUNT(d.id) > 0) <> (o.status = 'DISPATCHED')");
        OFFENDERS.put(
                "the timeline ends where the order stands",
                "SELECT o.id, o.status, e.to_status FROM service_order o LEFT JOIN order_event e ON e.id ="
                        + " (SELECT MAX(l.id) FROM order_event l WHERE l.order_id = o.id)"
                        + " WHERE e.to_status IS NULL OR e.to_status <> o.status");
    }

    private static void shop() {
        OFFENDERS.put(
                "the pool is the sum of its entries",
                "SELECT a.community_id, SUM(e.amount), p.balance FROM points_account a JOIN ledger_entry e"
                        + " ON e.account_id = a.id LEFT JOIN points_pool p ON p.community_id = a.community_id"
                        + " WHERE a.kind = 'POOL' GROUP BY a.community_id, p.balance"
                        + " HAVING SUM(e.amount) <> COALESCE(p.balance, 0) OR SUM(e.amount) < 0");
        OFFENDERS.put("stock is never below zero", "SELECT id, stock FROM reward_item WHERE stock < 0");
        OFFENDERS.put(
                "stock is the sum of its movements",
                "SELECT i.id, i.stock, SUM(m.delta) FROM reward_item i LEFT JOIN stock_movement m ON m.item_id = i.id"
                        + " GROUP BY i.id, i.stock HAVING i.stock <> COALESCE(SUM(m.delta), 0)");
        OFFENDERS.put(
                "a redemption is paid as its state says",
                "SELECT r.id, r.status, r.total, h.status, h.amount FROM redemption r"
                        + " JOIN points_hold h ON h.id = r.hold_id WHERE h.amount <> r.total OR h.status <>"
                        + " CASE r.status WHEN 'RESERVED' THEN 'OPEN' WHEN 'PICKED_UP' THEN 'CAPTURED'"
                        + " ELSE 'RELEASED' END");
        OFFENDERS.put(
                "a redemption has taken from the stock once",
                "SELECT r.id, r.quantity, SUM(m.delta) FROM redemption r LEFT JOIN stock_movement m"
                        + " ON m.source_id = r.id AND m.reason = 'RESERVED' GROUP BY r.id, r.quantity"
                        + " HAVING COALESCE(SUM(m.delta), 0) <> -r.quantity");
        OFFENDERS.put(
                "what was not picked up has come back once",
                "SELECT r.id, r.status, SUM(m.delta) FROM redemption r LEFT JOIN stock_movement m"
                        + " ON m.source_id = r.id AND m.reason = 'RETURNED' GROUP BY r.id, r.status, r.quantity"
                        + " HAVING COALESCE(SUM(m.delta), 0) <>"
                        + " CASE WHEN r.status IN ('CANCELLED', 'EXPIRED') THEN r.quantity ELSE 0 END");
    }

    private static void activities() {
        OFFENDERS.put(
                "nobody has a place that there is not",
                "SELECT a.id, a.capacity, COUNT(*) FROM activity a JOIN activity_person p ON p.activity_id = a.id"
                        + " AND p.state = 'SIGNED_UP' GROUP BY a.id, a.capacity HAVING COUNT(*) > a.capacity");
        OFFENDERS.put(
                "nobody waits for a place that is free",
                "SELECT id, capacity, signed_up, waiting FROM activity WHERE status = 'PLANNED' AND waiting > 0"
                        + " AND (capacity IS NULL OR signed_up < capacity)");
        OFFENDERS.put(
                "as many are counted as attended",
                "SELECT a.id, a.heads FROM activity a WHERE a.heads < (SELECT COUNT(*) FROM activity_person p"
                        + " WHERE p.activity_id = a.id AND p.state = 'ATTENDED')");
    }

    private static String rows(Statement statement, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(rows.getString(column));
                }
                found.add(row.toString());
            }
        }
        return found.isEmpty() ? "" : found.size() + " rows, as " + found.subList(0, Math.min(SHOWN, found.size()));
    }
}
