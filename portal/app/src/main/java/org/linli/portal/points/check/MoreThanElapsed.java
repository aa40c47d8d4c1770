package org.linli.portal.points.check;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.linli.portal.orders.ServiceRecorded;

/** More minutes were claimed and confirmed than lie between the beginning and the end of the service. */
@ApplicationScoped
class MoreThanElapsed implements ServiceDetector {
    @Override
    public Optional<Finding> look(ServiceRecorded service, Thresholds thresholds) {
        long elapsed = Duration.between(service.startedAt(), service.endedAt()).toMinutes();
        return service.minutes() - elapsed > thresholds.of(Threshold.CLAIMED_BEYOND)
                ? Optional.of(Finding.of("elapsed", service.minutes(), elapsed))
                : Optional.empty();
    }
}
