package org.linli.portal.platform.outbox;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Sql;

/** One message, one transaction: take it so that no other node does, handle it, remove it. */
@Desk
public class OutboxDelivery {
    private final Sql sql;
    private final Clock clock;
    private final Instance<OutboxHandler> handlers;

    @Inject
    public OutboxDelivery(Sql sql, Clock clock, Instance<OutboxHandler> handlers) {
        this.sql = sql;
        this.clock = clock;
        this.handlers = handlers;
    }

    /** Delivers the oldest message that is due; false when there is none. */
    public boolean next() {
        Optional<Message> due = take();
        due.ifPresent(this::deliver);
        return due.isPresent();
    }

    private void deliver(Message message) {
        try {
            handler(message.topic()).handle(message.payload());
        } catch (Exception e) { // whatever a handler throws is recorded with the message
            throw new DeliveryFailed(message.id(), message.attempts(), e);
        }
        remove(message.id());
    }

    private OutboxHandler handler(String topic) {
        return handlers.stream()
                .filter(h -> h.topic().equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no handler for topic " + topic));
    }

    private Optional<Message> take() {
        return sql.first(
                "SELECT id, topic, payload, attempts FROM outbox_message WHERE available_at <= ?"
                        + " ORDER BY available_at, id LIMIT 1 FOR UPDATE SKIP LOCKED",
                row -> new Message(row.number(1), row.text(2), row.text(3), row.integer(4)),
                clock.instant());
    }

    private void remove(long id) {
        sql.update("DELETE FROM outbox_message WHERE id = ?", id);
    }

    private record Message(long id, String topic, String payload, int attempts) {}
}
