package org.linli.portal.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
        deliver(List.of(jsonb.fromJson(payload, Notice.class)));
    }

    @Override
    public void handleAll(List<String> payloads) {
        deliver(payloads.stream()
                .map(payload -> jsonb.fromJson(payload, Notice.class))
                .toList());
    }

    /** Delivers at least one, in one statement. */
    void deliver(List<Notice> notices) {
        String rows = String.join(", ", Collections.nCopies(notices.size(), "(?, ?, ?, ?, ?, ?, ?)"));
        List<Object> values = new ArrayList<>();
        for (Notice notice : notices) {
            values.addAll(List.of(
                    Ids.next(),
                    notice.personId(),
                    notice.code(),
                    jsonb.toJson(notice.arguments()),
                    notice.link(),
                    notice.dedupKey(),
                    clock.instant()));
        }
        sql.update(
                "INSERT INTO notice (id, person_id, code, arguments, link, dedup_key, created_at) VALUES " + rows
                        + " ON DUPLICATE KEY UPDATE dedup_key = dedup_key",
                values.toArray());
    }
}
