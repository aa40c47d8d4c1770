package org.linli.portal.platform.persistence;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Applies {@link Joins}. */
@Interceptor
@Joins
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
public class NeverAlone {
    private final TransactionSynchronizationRegistry transactions;

    @Inject
    public NeverAlone(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    @AroundInvoke
    Object joined(InvocationContext call) throws Exception {
        if (WriteList.present() == null && transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException(call.getMethod() + " belongs into a transaction");
        }
        return call.proceed();
    }
}
