package org.linli.portal.points.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linli.portal.platform.persistence.Sql;

/** What the detectors want to know of activities. */
@ApplicationScoped
class ActivityHistory {
    private final Sql sql;

    @Inject
    ActivityHistory(Sql sql) {
        this.sql = sql;
    }

    long attended(long activityId) {
        return sql.number(
                "SELECT COUNT(*) FROM activity_person WHERE activity_id = ? AND state = 'ATTENDED'", activityId);
    }

    long attendedAndCheckedIn(long activityId) {
        return sql.number(
                "SELECT COUNT(*) FROM activity_person p JOIN activity_check_in c ON c.activity_id = p.activity_id"
                        + " AND c.person_id = p.person_id WHERE p.activity_id = ? AND p.state = 'ATTENDED'",
                activityId);
    }

    /** The most check-ins that lie within such a span of time. */
    long mostCheckIns(long activityId, Duration span) {
        List<Instant> times = sql.list(
                "SELECT at FROM activity_check_in WHERE activity_id = ? ORDER BY at",
                row -> row.instant(1),
                activityId);
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (Duration.between(times.get(first), times.get(last)).compareTo(span) >= 0) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
