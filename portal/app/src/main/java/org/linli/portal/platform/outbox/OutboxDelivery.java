package org.linli.portal.platform.outbox;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.Desk;

/** One message, one transaction: take it so that no other node does, handle it, remove it. */
@Desk
public class OutboxDelivery {
    private final DataSource dataSource;
    private final Clock clock;
    private final Instance<OutboxHandler> handlers;

    @Inject
    public OutboxDelivery(DataSource dataSource, Clock clock, Instance<OutboxHandler> handlers) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.handlers = handlers;
    }

    /** Delivers the oldest message that is due; false when there is none. */
    public boolean next() throws SQLException {
        Message message = take();
        if (message == null) {
            return false;
        }
        try {
            handler(message.topic()).handle(message.payload());
        } catch (Exception e) { // whatever a handler throws is recorded with the message
            throw new DeliveryFailed(message.id(), message.attempts(), e);
        }
        remove(message.id());
        return true;
    }

    private OutboxHandler handler(String topic) {
        return handlers.stream()
                .filter(h -> h.topic().equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no handler for topic " + topic));
    }

    private @Nullable Message take() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT id, topic, payload, attempts"
                        + " FROM outbox_message WHERE available_at <= ? ORDER BY available_at, id LIMIT 1"
                        + " FOR UPDATE SKIP LOCKED")) {
            select.setTimestamp(1, Timestamp.from(clock.instant()));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Message(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4))
                        : null;
            }
        }
    }

    private void remove(long id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM outbox_message WHERE id = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }

    private record Message(long id, String topic, String payload, int attempts) {}
}
