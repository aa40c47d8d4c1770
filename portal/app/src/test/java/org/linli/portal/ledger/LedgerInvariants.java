package org.linli.portal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.linli.database.TestDatabase;

/** Invariants 1 to 3 of points, asked of the tables themselves. */
public final class LedgerInvariants {
    private LedgerInvariants() {}

    /** Fails with the rows that break an invariant. */
    public static void hold(TestDatabase database) {
        try (Connection connection = database.connect()) {
            assertThat(broken(connection)).isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One line for each invariant that does not hold, as that connection sees the tables. */
    public static List<String> broken(Connection connection) throws SQLException {
        List<String> broken = new ArrayList<>();
        none(
                connection,
                broken,
                "a transaction sums to zero",
                "SELECT transaction_id, SUM(amount) FROM ledger_entry GROUP BY transaction_id HAVING SUM(amount) <> 0");
        none(
                connection,
                broken,
                "every transaction has entries",
                "SELECT t.id FROM points_transaction t LEFT JOIN ledger_entry e ON e.transaction_id = t.id"
                        + " WHERE e.line IS NULL");
        none(
                connection,
                broken,
                "all accounts together are zero",
                "SELECT SUM(amount) FROM ledger_entry HAVING SUM(amount) <> 0");
        none(connection, broken, "no member is below zero", "SELECT account_id FROM member_balance WHERE balance < 0");
        none(
                connection,
                broken,
                "a balance is the sum of its entries",
                "SELECT b.account_id, b.balance, SUM(e.amount) FROM member_balance b"
                        + " LEFT JOIN ledger_entry e ON e.account_id = b.account_id"
                        + " GROUP BY b.account_id, b.balance HAVING b.balance <> COALESCE(SUM(e.amount), 0)");
        none(
                connection,
                broken,
                "what is held is what open holds say",
                "SELECT a.community_id, SUM(e.amount) FROM points_account a JOIN ledger_entry e ON e.account_id = a.id"
                        + " WHERE a.kind = 'HELD' GROUP BY a.community_id HAVING SUM(e.amount) <>"
                        + " (SELECT COALESCE(SUM(h.amount), 0) FROM points_hold h JOIN points_account m"
                        + " ON m.id = h.account_id WHERE m.community_id = a.community_id AND h.status = 'OPEN')");
        none(
                connection,
                broken,
                "a fact is posted once",
                "SELECT reason, source_id FROM points_transaction GROUP BY reason, source_id HAVING COUNT(*) > 1");
        none(
                connection,
                broken,
                "the reserve is what the goods are worth",
                "SELECT g.community_id, SUM(g.pieces * g.price) FROM goods_reserve g GROUP BY g.community_id"
                        + " HAVING SUM(g.pieces * g.price) <> (SELECT COALESCE(SUM(e.amount), 0) FROM ledger_entry e"
                        + " JOIN points_account a ON a.id = e.account_id WHERE a.kind = 'RESERVE'"
                        + " AND a.community_id = g.community_id)");
        none(
                connection,
                broken,
                "the goods in the reserve are those on the shelf and those reserved, at their price",
                "SELECT i.id FROM goods_reserve g JOIN reward_item i ON i.id = g.item_id WHERE g.price <> i.price"
                        + " OR g.pieces <> i.stock + (SELECT COALESCE(SUM(r.quantity), 0) FROM redemption r"
                        + " WHERE r.item_id = i.id AND r.status = 'RESERVED')");
        none(connection, broken, "stock is never below zero", "SELECT id FROM reward_item WHERE stock < 0");
        none(
                connection,
                broken,
                "stock is the sum of its movements",
                "SELECT i.id, i.stock FROM reward_item i LEFT JOIN stock_movement m ON m.item_id = i.id"
                        + " GROUP BY i.id, i.stock HAVING i.stock <> COALESCE(SUM(m.delta), 0)");
        none(
                connection,
                broken,
                "a redemption is paid as its state says",
                "SELECT r.id, r.status, h.status FROM redemption r JOIN points_hold h ON h.id = r.hold_id"
                        + " WHERE h.amount <> r.total OR h.status <> CASE r.status WHEN 'RESERVED' THEN 'OPEN'"
                        + " WHEN 'PICKED_UP' THEN 'CAPTURED' ELSE 'RELEASED' END");
        none(
                connection,
                broken,
                "the pool is the sum of its entries",
                "SELECT a.community_id, SUM(e.amount), p.balance FROM points_account a JOIN ledger_entry e"
                        + " ON e.account_id = a.id LEFT JOIN points_pool p ON p.community_id = a.community_id"
                        + " WHERE a.kind = 'POOL' GROUP BY a.community_id, p.balance"
                        + " HAVING SUM(e.amount) <> COALESCE(p.balance, 0) OR SUM(e.amount) < 0");
        return broken;
    }

    private static void none(Connection connection, List<String> broken, String invariant, String offenders)
            throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(offenders)) {
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.append(rows.getString(column)).append(' ');
                }
                found.add(row.toString());
            }
        }
        if (!found.isEmpty()) {
            broken.add(invariant + ": " + found);
        }
    }
}
