package org.linli.portal.points.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.linli.portal.orders.ServiceRecorded;

/** One member of staff has entered many services afterwards: hours were sold in this way elsewhere. */
@ApplicationScoped
class ManyBackEntries implements ServiceDetector {
    private final ServiceHistory history;

    @Inject
    ManyBackEntries(ServiceHistory history) {
        this.history = history;
    }

    @Override
    public Optional<Finding> look(ServiceRecorded service, Thresholds thresholds) {
        if (service.orderId() != null) {
            return Optional.empty();
        }
        long entered = history.enteredBySame(service);
        return entered > thresholds.of(Threshold.BACK_ENTRIES)
                ? Optional.of(Finding.of("back-entries", entered, ServiceHistory.DAYS))
                : Optional.empty();
    }
}
