package org.linli.portal.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Connections that are used again: to connect takes longer than most of what tests do with one. */
final class KeptConnections {
    /** Opens one. */
    interface Opening {
        Connection open() throws SQLException;
    }

    private final Opening opening;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    KeptConnections(Opening opening) {
        this.opening = opening;
    }

    Connection take() throws SQLException {
        Connection connection = idle.poll();
        return connection == null ? opening.open() : connection;
    }

    void giveBack(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            idle.push(connection);
        }
    }

    /** Closes all that are idle but that many. */
    void keep(int most) throws SQLException {
        while (idle.size() > most) {
            Connection connection = idle.pollLast();
            if (connection != null) {
                connection.close();
            }
        }
    }
}
