package org.linli.portal.points.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.linli.portal.orders.ServiceRecorded;

/** Asks every detector, at the thresholds of the community. */
@ApplicationScoped
class Detectors {
    private final Instance<ServiceDetector> ofServices;
    private final Instance<ActivityDetector> ofActivities;
    private final ThresholdRows thresholds;

    @Inject
    Detectors(
            @Any Instance<ServiceDetector> ofServices,
            @Any Instance<ActivityDetector> ofActivities,
            ThresholdRows thresholds) {
        this.ofServices = ofServices;
        this.ofActivities = ofActivities;
        this.thresholds = thresholds;
    }

    /** What is wrong with a service, nothing when nothing is. */
    List<Finding> look(ServiceRecorded service) {
        Thresholds set = thresholds.of(service.communityId());
        return ofServices.stream()
                .map(detector -> detector.look(service, set))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What is wrong with an activity, nothing when nothing is. */
    List<Finding> look(long communityId, long activityId) {
        Thresholds set = thresholds.of(communityId);
        return ofActivities.stream()
                .map(detector -> detector.look(activityId, set))
                .flatMap(Optional::stream)
                .toList();
    }
}
