package org.linli.portal.platform.outbox;

/** A handler failed; its transaction is rolled back. */
class DeliveryFailed extends RuntimeException {
    private final long messageId;
    private final int attempts;

    DeliveryFailed(long messageId, int attempts, Exception cause) {
        super(cause);
        this.messageId = messageId;
        this.attempts = attempts;
    }

    long messageId() {
        return messageId;
    }

    /** Attempts before this one. */
    int attempts() {
        return attempts;
    }
}
