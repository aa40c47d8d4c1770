package org.linli.portal.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import org.linli.portal.platform.outbox.Outbox;

/** Tells people things: in the present transaction into the outbox, to the reader after its commit. */
@ApplicationScoped
public class Notices {
    static final String TOPIC = "notice";

    private final Outbox outbox;
    private final Jsonb jsonb = JsonbBuilder.create();

    @Inject
    public Notices(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Sends a notice if the present transaction commits; the same fact to the same person only once. */
    public void send(Notice notice) {
        outbox.append(TOPIC, jsonb.toJson(notice));
    }
}
