package org.linli.portal.points;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.points.ServicePayment.Earning;

/** Pays every recorded service in the transaction that records it, unless something holds the payment back. */
@ApplicationScoped
public class ServicePoints {
    private final ServicePayment payment;
    private final Instance<PaymentGuard> guards;

    @Inject
    public ServicePoints(ServicePayment payment, Instance<PaymentGuard> guards) {
        this.payment = payment;
        this.guards = guards;
    }

    void pay(@Observes ServiceRecorded service) {
        Earning earning = payment.reckon(service);
        if (earning.amount() == 0 || !isHeld(service, earning)) {
            payment.pay(service);
        }
    }

    private boolean isHeld(ServiceRecorded service, Earning earning) {
        return guards.stream().anyMatch(guard -> guard.holds(service, earning.receipt(), earning.amount()));
    }
}
