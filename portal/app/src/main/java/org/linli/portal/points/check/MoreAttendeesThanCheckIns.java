package org.linli.portal.points.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** More people are said to have attended than checked in: names were added afterwards. Small rounds need no check-in. */
@ApplicationScoped
class MoreAttendeesThanCheckIns implements ActivityDetector {
    private final ActivityHistory history;

    @Inject
    MoreAttendeesThanCheckIns(ActivityHistory history) {
        this.history = history;
    }

    @Override
    public Optional<Finding> look(long activityId, Thresholds thresholds) {
        long attended = history.attended(activityId);
        long checkedIn = history.attendedAndCheckedIn(activityId);
        return attended - checkedIn > thresholds.of(Threshold.ATTENDEES_BEYOND)
                ? Optional.of(Finding.of("attendees", attended, checkedIn))
                : Optional.empty();
    }
}
