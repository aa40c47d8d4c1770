package org.linli.portal.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;

/** Appends messages in the present transaction: they exist exactly if it commits. */
@ApplicationScoped
public class Outbox {
    private static final int MAX_ERROR = 500;

    private final Sql sql;
    private final Clock clock;

    @Inject
    public Outbox(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Appends a message.
     *
     * @param topic names the handler
     * @param payload JSON that the handler reads
     */
    public void append(String topic, String payload) {
        Instant now = clock.instant();
        sql.update(
                "INSERT INTO outbox_message (id, topic, payload, created_at, available_at) VALUES (?, ?, ?, ?, ?)",
                Ids.next(),
                topic,
                payload,
                now,
                now);
    }

    /** Puts a message that failed off until later. */
    void putOff(long id, Instant until, String error) {
        sql.update(
                "UPDATE outbox_message SET attempts = attempts + 1, available_at = ?, last_error = ? WHERE id = ?",
                until,
                error.length() > MAX_ERROR ? error.substring(0, MAX_ERROR) : error,
                id);
    }
}
