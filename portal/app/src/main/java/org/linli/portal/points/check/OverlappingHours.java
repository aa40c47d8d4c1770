package org.linli.portal.points.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.linli.portal.orders.ServiceRecorded;

/** Nobody serves at two places at once: two services of one volunteer overlap by more than getting ready takes. */
@ApplicationScoped
class OverlappingHours implements ServiceDetector {
    private final ServiceHistory history;

    @Inject
    OverlappingHours(ServiceHistory history) {
        this.history = history;
    }

    @Override
    public Optional<Finding> look(ServiceRecorded service, Thresholds thresholds) {
        int most = thresholds.of(Threshold.OVERLAP_MINUTES);
        long worst = history.around(service, Duration.ZERO).stream()
                .mapToLong(other -> overlap(service, other))
                .max()
                .orElse(0);
        return worst > most ? Optional.of(Finding.of("overlap", worst, most)) : Optional.empty();
    }

    private static long overlap(ServiceRecorded service, ServiceHistory.Served other) {
        Instant from = later(service.startedAt(), other.startedAt());
        Instant to = service.endedAt().isBefore(other.endedAt()) ? service.endedAt() : other.endedAt();
        return Duration.between(from, to).toMinutes();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
