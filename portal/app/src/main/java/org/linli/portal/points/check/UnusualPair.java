package org.linli.portal.points.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.linli.portal.orders.ServiceRecorded;

/**
 * One person confirms far more services of one volunteer than is usual in the community. Somebody who brings a meal every
 * other day passes; who confirms for a friend each day does not.
 */
@ApplicationScoped
class UnusualPair implements ServiceDetector {
    private final ServiceHistory history;

    @Inject
    UnusualPair(ServiceHistory history) {
        this.history = history;
    }

    @Override
    public Optional<Finding> look(ServiceRecorded service, Thresholds thresholds) {
        if (service.reviewerId() == null || service.orderId() == null) {
            return Optional.empty();
        }
        long together = history.confirmedBy(service.reviewerId(), service);
        if (together <= thresholds.of(Threshold.PAIR_SERVICES)) {
            return Optional.empty();
        }
        long times = thresholds.of(Threshold.PAIR_TIMES_USUAL);
        ServiceHistory.Usual usual = history.usualPairs(service);
        return together * usual.pairs() > times * usual.services()
                ? Optional.of(Finding.of("pair", together, ServiceHistory.DAYS))
                : Optional.empty();
    }
}
