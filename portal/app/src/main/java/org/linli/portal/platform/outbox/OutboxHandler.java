package org.linli.portal.platform.outbox;

import java.util.List;

/** A bean that handles the messages of one topic, after the transaction that appended them; must be idempotent. */
public interface OutboxHandler {
    /** The topic. */
    String topic();

    /** Handles one message, in a transaction that also removes the message. */
    void handle(String payload) throws Exception;

    /**
     * Handles several, in one transaction that also removes them; when one of them fails, none is handled and each is tried
     * alone.
     */
    default void handleAll(List<String> payloads) throws Exception {
        for (String payload : payloads) {
            handle(payload);
        }
    }
}
