package org.linli.portal.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.linli.portal.platform.persistence.Ids;

/** Appends messages in the present transaction: they exist exactly if it commits. */
@ApplicationScoped
public class Outbox {
    private final DataSource dataSource;
    private final Clock clock;

    @Inject
    public Outbox(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Appends a message.
     *
     * @param topic names the handler
     * @param payload JSON that the handler reads
     */
    public void append(String topic, String payload) {
        Timestamp now = Timestamp.from(clock.instant());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO outbox_message"
                        + " (id, topic, payload, created_at, available_at) VALUES (?, ?, ?, ?, ?)")) {
            insert.setLong(1, Ids.next());
            insert.setString(2, topic);
            insert.setString(3, payload);
            insert.setTimestamp(4, now);
            insert.setTimestamp(5, now);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts a message that failed off until later. */
    void putOff(long id, Instant until, String error) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("UPDATE outbox_message"
                        + " SET attempts = attempts + 1, available_at = ?, last_error = ? WHERE id = ?")) {
            update.setTimestamp(1, Timestamp.from(until));
            update.setString(2, error.length() > 500 ? error.substring(0, 500) : error);
            update.setLong(3, id);
            update.executeUpdate();
        }
    }
}
