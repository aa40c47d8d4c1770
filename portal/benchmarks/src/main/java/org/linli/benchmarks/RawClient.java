package org.linli.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.linli.acceptance.RunningPortal;

/** A connection that writes rows by hand, with statements prepared once, as the best one could do without the portal. */
class RawClient {
    // above all ids of the portal for years to come, so that the primary keys grow as the portal's do
    /** Beyond all ids of the portal. */
    static final long FIRST_ID = Long.MAX_VALUE / 2;

    private static final AtomicLong NEXT_ID = new AtomicLong(FIRST_ID + System.nanoTime());

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    RawClient(RunningPortal portal) {
        try {
            this.connection = portal.connect();
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static long nextId() {
        return NEXT_ID.incrementAndGet();
    }

    int update(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepare(sql, values);
        return statement.executeUpdate();
    }

    long number(String sql, Object... values) throws SQLException {
        try (ResultSet row = prepare(sql, values).executeQuery()) {
            if (!row.next()) {
                throw new SQLException("nothing found by " + sql);
            }
            return row.getLong(1);
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(i + 1, value instanceof Instant instant ? Timestamp.from(instant) : value);
        }
        return statement;
    }
}
