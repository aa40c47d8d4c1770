package org.linli.portal.platform.outbox;

/** A bean that handles the messages of one topic, after the transaction that appended them; must be idempotent. */
public interface OutboxHandler {
    /** The topic. */
    String topic();

    /** Handles one message, in a transaction of its own that also removes the message. */
    void handle(String payload) throws Exception;
}
