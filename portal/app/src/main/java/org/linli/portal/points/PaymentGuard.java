package org.linli.portal.points;

import org.linli.portal.ledger.Receipt;
import org.linli.portal.orders.ServiceRecorded;

/**
 * Asked before a service is paid, in the transaction that records it. Every bean of this type is asked until one holds
 * the payment back; that one keeps the service, and pays it later by {@link ServicePayment#pay} or never.
 */
public interface PaymentGuard {
    /**
     * Whether this payment is held back.
     *
     * @param service what was recorded
     * @param receipt why it would earn this amount now
     * @param amount hundredths of a point, positive
     */
    boolean holds(ServiceRecorded service, Receipt receipt, long amount);
}
