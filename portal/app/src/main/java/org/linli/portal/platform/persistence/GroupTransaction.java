package org.linli.portal.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Writes what several commands want in one transaction: one message to the server with all of it, one to commit. */
final class GroupTransaction {
    private final DataSource source;

    /**
     * A writer.
     *
     * @param source its connections take several statements at once; every text is a constant of the program, every value
     *     bound
     */
    GroupTransaction(DataSource source) {
        this.source = source;
    }

    /** It is not known whether the transaction was committed. */
    static final class Unknown extends SQLException {
        private static final long serialVersionUID = 1L;

        Unknown(SQLException cause) {
            super("whether the transaction was committed is not known", cause.getSQLState(), cause);
        }
    }

    /**
     * Writes all of it or nothing.
     *
     * @return positions of the commands whose rows were not as they expected; none: all is committed; any: nothing is
     * @throws SQLException nothing is written
     * @throws Unknown the server was lost while it committed
     */
    Set<Integer> write(List<WriteList> commands) throws SQLException {
        GroupScript script = GroupScript.of(commands);
        try (Connection connection = source.getConnection();
                Statement end = connection.createStatement()) {
            Set<Integer> missed;
            try {
                missed = run(connection, script);
            } catch (SQLException | RuntimeException e) {
                rollBack(end, e);
                throw e;
            }
            if (missed.isEmpty()) {
                commit(end);
            } else {
                end.execute("ROLLBACK");
            }
            return missed;
        }
    }

    private static Set<Integer> run(Connection connection, GroupScript script) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(script.text())) {
            int mark = 0;
            for (Object value : script.values()) {
                Sql.bind(statement, ++mark, value);
            }
            statement.execute();
            List<Integer> counts = new ArrayList<>();
            for (int count = statement.getUpdateCount(); count >= 0; count = statement.getUpdateCount()) {
                counts.add(count);
                statement.getMoreResults();
            }
            Set<Integer> missed = new TreeSet<>();
            script.expected().forEach((position, commands) -> {
                if (counts.get(position) != 1) {
                    missed.addAll(commands);
                }
            });
            return missed;
        }
    }

    private static void commit(Statement end) throws SQLException {
        try {
            end.execute("COMMIT");
        } catch (SQLException e) {
            if (SqlFailure.isTransient(e)) {
                rollBack(end, e); // the other nodes refused it: it is undone
                throw e;
            }
            throw new Unknown(e);
        }
    }

    private static void rollBack(Statement end, Exception failure) {
        try {
            end.execute("ROLLBACK");
        } catch (SQLException e) {
            failure.addSuppressed(e); // the connection is gone, and with it the transaction
        }
    }
}
