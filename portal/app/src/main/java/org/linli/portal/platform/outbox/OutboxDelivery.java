package org.linli.portal.platform.outbox;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Sql;

/** Messages in one transaction: take them so that no other node does, handle them, remove them. */
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

    /**
     * Delivers the oldest messages that are due, all of them or none.
     *
     * @param limit at most that many
     * @return how many; fewer than the limit when no more are due
     */
    public int deliver(int limit) {
        List<Message> due = take(limit);
        Map<String, List<Message>> byTopic = new LinkedHashMap<>();
        due.forEach(message -> byTopic.computeIfAbsent(message.topic(), topic -> new ArrayList<>())
                .add(message));
        byTopic.forEach(this::handle);
        if (!due.isEmpty()) {
            remove(due);
        }
        return due.size();
    }

    private void handle(String topic, List<Message> messages) {
        try {
            handler(topic).handleAll(messages.stream().map(Message::payload).toList());
        } catch (Exception e) { // whatever a handler throws is recorded with the message
            Message first = messages.get(0);
            throw new DeliveryFailed(first.id(), first.attempts(), e);
        }
    }

    private OutboxHandler handler(String topic) {
        return handlers.stream()
                .filter(h -> h.topic().equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no handler for topic " + topic));
    }

    private List<Message> take(int limit) {
        return sql.list(
                "SELECT id, topic, payload, attempts FROM outbox_message WHERE available_at <= ?"
                        + " ORDER BY available_at, id LIMIT ? FOR UPDATE SKIP LOCKED",
                row -> new Message(row.number(1), row.text(2), row.text(3), row.integer(4)),
                clock.instant(),
                limit);
    }

    private void remove(List<Message> messages) {
        // always the same statement for a full batch, so that it is prepared once
        String marks = String.join(", ", Collections.nCopies(messages.size(), "?"));
        sql.update(
                "DELETE FROM outbox_message WHERE id IN (" + marks + ")",
                messages.stream().map(Message::id).toArray());
    }

    private record Message(long id, String topic, String payload, int attempts) {}
}
