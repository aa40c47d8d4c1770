package org.linli.portal.points.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.linli.portal.orders.ServiceRecorded;

/** Many services for one resident were checked in within minutes: the codes lay in one hand. */
@ApplicationScoped
class RushOfServices implements ServiceDetector {
    private final ServiceHistory history;

    @Inject
    RushOfServices(ServiceHistory history) {
        this.history = history;
    }

    @Override
    public Optional<Finding> look(ServiceRecorded service, Thresholds thresholds) {
        if (service.residentId() == null) {
            return Optional.empty();
        }
        int minutes = thresholds.of(Threshold.RUSH_MINUTES);
        long begun = history.begunFor(
                service.residentId(), service.communityId(), service.startedAt(), Duration.ofMinutes(minutes));
        return begun > thresholds.of(Threshold.RUSH_SERVICES)
                ? Optional.of(Finding.of("rush-services", begun, minutes))
                : Optional.empty();
    }
}
