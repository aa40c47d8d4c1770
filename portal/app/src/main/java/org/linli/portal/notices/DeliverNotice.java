package org.linli.portal.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Clock;
import org.linli.portal.platform.outbox.OutboxHandler;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;

/** Puts a notice into its reader's inbox; a second delivery of the same fact changes nothing. */
@ApplicationScoped
public class DeliverNotice implements OutboxHandler {
    private final Sql sql;
    private final Clock clock;
    private final Jsonb jsonb = JsonbBuilder.create();

    @Inject
    public DeliverNotice(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return Notices.TOPIC;
    }

    @Override
    public void handle(String payload) {
        deliver(jsonb.fromJson(payload, Notice.class));
    }

    void deliver(Notice notice) {
        sql.update(
                "INSERT INTO notice (id, person_id, code, arguments, link, dedup_key, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE dedup_key = dedup_key",
                Ids.next(),
                notice.personId(),
                notice.code(),
                jsonb.toJson(notice.arguments()),
                notice.link(),
                notice.dedupKey(),
                clock.instant());
    }
}
