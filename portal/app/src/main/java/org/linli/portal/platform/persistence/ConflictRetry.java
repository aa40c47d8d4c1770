package org.linli.portal.platform.persistence;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.ThreadLocalRandom;

/** Stands outside of the transaction (lower priority number than Transactional) and begins it again. */
@Interceptor
@RetriedOnConflict
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class ConflictRetry {
    private static final int ATTEMPTS = 8;

    private final TransactionSynchronizationRegistry transactions;

    @Inject
    public ConflictRetry(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    @AroundInvoke
    Object again(InvocationContext call) throws Exception {
        if (WriteList.present() != null) {
            throw new IllegalStateException("a command of a group calls no desk: " + call.getMethod());
        }
        boolean inner = transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
        for (int attempt = 1; ; attempt++) {
            try {
                return call.proceed();
            } catch (Exception e) { // all but lost races goes on to the caller
                if (inner || attempt == ATTEMPTS || !SqlFailure.isTransient(e)) {
                    throw e;
                }
                Thread.sleep(ThreadLocalRandom.current().nextLong(2L << attempt));
            }
        }
    }
}
