package org.linli.portal.platform.idempotency;

import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import org.linli.portal.platform.persistence.Desk;

/** Runs a request and keeps its answer in the same transaction: either both are there or neither. */
@Desk
public class IdempotencyDesk {
    private final IdempotencyStore store;

    @Inject
    public IdempotencyDesk(IdempotencyStore store) {
        this.store = store;
    }

    /**
     * Does the work under that key.
     *
     * @throws KeyTaken when another request has the key already
     */
    public Answer first(String caller, String key, byte[] request, Callable<Answer> work) throws Exception {
        if (!store.take(caller, key, request)) {
            throw new KeyTaken();
        }
        Answer answer = work.call();
        store.keep(caller, key, answer);
        return answer;
    }

    /** Does the work of a request without a key. */
    public Object unkeyed(Callable<Object> work) throws Exception {
        return work.call();
    }

    /** The key has been used; rolls back and lets the kept answer be read. */
    public static final class KeyTaken extends RuntimeException {
        KeyTaken() {
            super("idempotency key taken", null, false, false);
        }
    }
}
