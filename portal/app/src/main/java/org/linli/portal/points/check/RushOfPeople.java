package org.linli.portal.points.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** More people checked in with one code within minutes than can come through a door: it was sent around. */
@ApplicationScoped
class RushOfPeople implements ActivityDetector {
    private final ActivityHistory history;

    @Inject
    RushOfPeople(ActivityHistory history) {
        this.history = history;
    }

    @Override
    public Optional<Finding> look(long activityId, Thresholds thresholds) {
        int minutes = thresholds.of(Threshold.RUSH_MINUTES);
        long most = history.mostCheckIns(activityId, Duration.ofMinutes(minutes));
        return most > thresholds.of(Threshold.RUSH_PEOPLE)
                ? Optional.of(Finding.of("rush-people", most, minutes))
                : Optional.empty();
    }
}
