package org.linli.portal.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.List;
import org.linli.portal.platform.outbox.Outbox;
import org.linli.portal.platform.outbox.OutboxHandler;

/**
 * Tells many people, who may be tens of thousands: one message in the present transaction, and after its commit some readers
 * in each transaction, the rest being the next message. Whoever is told of the fact twice has one notice.
 */
@ApplicationScoped
public class Circulars implements OutboxHandler {
    /** Readers of one transaction. */
    static final int BATCH = 500;

    private static final String TOPIC = "circular";

    private final Outbox outbox;
    private final DeliverNotice delivery;
    private final Instance<Audience> audiences;
    private final Jsonb jsonb = JsonbBuilder.create();

    @Inject
    public Circulars(Outbox outbox, DeliverNotice delivery, Instance<Audience> audiences) {
        this.outbox = outbox;
        this.delivery = delivery;
        this.audiences = audiences;
    }

    /** Has all of them told if the present transaction commits. */
    public void send(Circular circular) {
        outbox.append(TOPIC, jsonb.toJson(circular));
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void handle(String payload) {
        Circular circular = jsonb.fromJson(payload, Circular.class);
        List<Long> readers = audience(circular.audience()).after(circular.communityId(), circular.after(), BATCH);
        if (!readers.isEmpty()) {
            delivery.deliver(readers.stream().map(circular::to).toList());
        }
        if (readers.size() == BATCH) {
            send(circular.from(readers.get(BATCH - 1)));
        }
    }

    private Audience audience(String name) {
        return audiences.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no audience " + name));
    }
}
