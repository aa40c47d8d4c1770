package org.linli.portal.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.linli.portal.platform.persistence.RetriedOnConflict;
import org.linli.portal.platform.security.FieldCipher;

/** Writes the demo data into an empty database, all or nothing. */
@ApplicationScoped
public class DemoLoad {
    private final DataSource dataSource;
    private final FieldCipher cipher;
    private final Clock clock;

    @Inject
    public DemoLoad(DataSource dataSource, FieldCipher cipher, Clock clock) {
        this.dataSource = dataSource;
        this.cipher = cipher;
        this.clock = clock;
    }

    /**
     * Fills the database unless it holds a unit already.
     *
     * @return number of rows written; 0 when there was something
     */
    @Transactional
    @RetriedOnConflict
    public int fillIfEmpty() {
        try (Connection connection = dataSource.getConnection()) {
            return fillIfEmpty(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the demo data could not be written", e);
        }
    }

    /** The same in the transaction of that connection. */
    int fillIfEmpty(Connection connection) throws SQLException {
        claim(
                connection,
                "INSERT INTO idempotency_record (caller, idem_key, request, created_at) VALUES (?, ?, 0, NOW(6))");
        int written = fillIfStillEmpty(connection);
        claim(connection, "DELETE FROM idempotency_record WHERE caller = ? AND idem_key = ?");
        return written;
    }

    /** A node that begins meanwhile waits at the primary key until this transaction is over; then it finds the units. */
    private static void claim(Connection connection, String statement) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(statement)) {
            change.setString(1, "portal");
            change.setString(2, "demo-data");
            change.executeUpdate();
        }
    }

    private int fillIfStillEmpty(Connection connection) throws SQLException {
        if (number(connection, "SELECT COUNT(*) FROM org_unit") > 0) {
            return 0;
        }
        // a portal that was started without the demo has the basic lists; nothing refers to them yet
        for (String list : List.of("skill", "service_category")) {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + list)) {
                delete.executeUpdate();
            }
        }
        long flowPack = number(connection, "SELECT id FROM flow_pack WHERE code = 'four' AND edition = 1");
        Dataset data = DemoComposer.compose(clock.instant(), flowPack, cipher);
        new RowWriter(connection).write(data);
        note(connection, "SERVICE", "service_record");
        note(connection, "POINTS", "points_transaction");
        return data.size();
    }

    /** For the journal, which seals it soon after the start. */
    private static void note(Connection connection, String kind, String table) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO journal_pending (community_id, kind, source_id, entered_at)"
                        + " SELECT community_id, '" + kind + "', id, UTC_TIMESTAMP(6) FROM " + table)) {
            insert.executeUpdate();
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet rows = select.executeQuery()) {
            if (!rows.next()) {
                throw new SQLException("nothing found by: " + query);
            }
            return rows.getLong(1);
        }
    }
}
