package org.linli.benchmarks;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The raw side's outbox: a message with each posting, and all of them turned into notices at once from time to time. */
final class Relay {
    private static final int AT_ONCE = 50;

    private final RawClient client;
    private final List<Message> waiting = new ArrayList<>();

    private record Message(long id, long personId) {}

    Relay(RawClient client) {
        this.client = client;
    }

    /** Writes a message in the present transaction. */
    void send(long personId) throws SQLException {
        long id = RawClient.nextId();
        Instant now = Instant.now();
        client.update(
                "INSERT INTO outbox_message (id, topic, payload, created_at, available_at) VALUES (?, 'notice', ?, ?, ?)",
                id,
                "{\"arguments\":[\"1\",\"good deed\"],\"code\":\"points-awarded\",\"dedupKey\":\"points:" + id
                        + "\",\"link\":\"/wallet.xhtml\",\"personId\":" + personId + "}",
                now,
                // not before the end of the measurement: else the portal would deliver it
                now.plus(1, ChronoUnit.DAYS));
        waiting.add(new Message(id, personId));
    }

    /** Once there are enough of them: notices for all, the messages removed, one transaction. */
    void deliverMany() throws SQLException {
        if (waiting.size() < AT_ONCE) {
            return;
        }
        Instant now = Instant.now();
        List<Object> notices = new ArrayList<>();
        for (Message message : waiting) {
            notices.addAll(List.of(RawClient.nextId(), message.personId(), "points:" + message.id(), now));
        }
        client.update(
                "INSERT INTO notice (id, person_id, code, arguments, link, dedup_key, created_at) VALUES "
                        + again("(?, ?, 'points-awarded', '[\"1\",\"good deed\"]', '/wallet.xhtml', ?, ?)"),
                notices.toArray());
        client.update(
                "DELETE FROM outbox_message WHERE id IN (" + again("?") + ")",
                waiting.stream().map(Message::id).toArray());
        client.commit();
        waiting.clear();
    }

    private static String again(String one) {
        return String.join(", ", Collections.nCopies(AT_ONCE, one));
    }
}
