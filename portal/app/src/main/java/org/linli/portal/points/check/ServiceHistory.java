package org.linli.portal.points.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.platform.persistence.Sql;

/** What the detectors want to know of other services. What was reversed does not count. */
@ApplicationScoped
class ServiceHistory {
    /** How far back the detectors that count look. */
    static final int DAYS = 30;

    private static final String COUNTS =
            "s.minutes > 0 AND NOT EXISTS" + " (SELECT 1 FROM service_record r WHERE r.reverses_id = s.id)";
    // no record is longer: bounds the range of the index
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Sql sql;

    @Inject
    ServiceHistory(Sql sql) {
        this.sql = sql;
    }

    /**
     * Another service of the same volunteer.
     *
     * @param unitId where, null when nobody wrote it down
     */
    record Served(
            Instant startedAt, Instant endedAt, @Nullable Long unitId) {}

    /** Other services of the volunteer that lie around that one, no farther away than that. */
    List<Served> around(ServiceRecorded service, Duration apart) {
        return sql.list(
                "SELECT s.started_at, s.ended_at, o.unit_id FROM service_record s"
                        + " LEFT JOIN service_order o ON o.id = s.order_id"
                        + " WHERE s.volunteer_id = ? AND s.id <> ? AND s.ended_at > ? AND s.ended_at < ?"
                        + " AND s.started_at < ? AND " + COUNTS,
                row -> new Served(row.instant(1), row.instant(2), row.numberOrNull(3)),
                service.volunteerId(),
                service.recordId(),
                service.startedAt().minus(apart),
                service.endedAt().plus(LONGEST).plus(apart),
                service.endedAt().plus(apart));
    }

    /** Where an order was served. */
    Optional<Long> placeOf(long orderId) {
        return sql.first("SELECT unit_id FROM service_order WHERE id = ?", row -> row.number(1), orderId);
    }

    /** How many services of that volunteer that person confirmed in the days before, with this one. */
    long confirmedBy(long reviewerId, ServiceRecorded service) {
        return 1
                + sql.number(
                        "SELECT COUNT(*) FROM service_record s JOIN review v ON v.order_id = s.order_id"
                                + " WHERE s.volunteer_id = ? AND s.recorded_at > ? AND v.reviewer_id = ? AND s.id <> ? AND "
                                + COUNTS,
                        service.volunteerId(),
                        service.at().minus(Duration.ofDays(DAYS)),
                        reviewerId,
                        service.recordId());
    }

    /** Services in those days and the pairs of reviewer and volunteer that they are of. */
    record Usual(long services, long pairs) {}

    /** What is usual among the other pairs of the community. */
    Usual usualPairs(ServiceRecorded service) {
        return sql.first(
                        "SELECT COUNT(*), COUNT(DISTINCT s.volunteer_id, v.reviewer_id) FROM service_record s"
                                + " JOIN review v ON v.order_id = s.order_id WHERE s.community_id = ? AND s.recorded_at > ?"
                                + " AND (s.volunteer_id <> ? OR v.reviewer_id <> ?) AND v.reviewer_id IS NOT NULL AND "
                                + COUNTS,
                        row -> new Usual(row.number(1), row.number(2)),
                        service.communityId(),
                        service.at().minus(Duration.ofDays(DAYS)),
                        service.volunteerId(),
                        service.reviewerId())
                .filter(usual -> usual.pairs() > 0)
                .orElse(new Usual(1, 1));
    }

    /** How many back-entries whoever entered this one made in the days before, with this one. */
    long enteredBySame(ServiceRecorded service) {
        return sql.number(
                "SELECT COUNT(*) FROM service_record s JOIN service_record mine ON mine.id = ?"
                        + " WHERE s.community_id = ? AND s.recorded_at > ? AND s.order_id IS NULL"
                        + " AND s.entered_by = mine.entered_by AND " + COUNTS,
                service.recordId(),
                service.communityId(),
                service.at().minus(Duration.ofDays(DAYS)));
    }

    /** How many services for that resident began within that time of it, with this one. */
    long begunFor(long residentId, long communityId, Instant startedAt, Duration near) {
        return sql.number(
                "SELECT COUNT(*) FROM service_order WHERE principal_id = ? AND community_id = ?"
                        + " AND started_at > ? AND started_at < ?",
                residentId,
                communityId,
                startedAt.minus(near),
                startedAt.plus(near));
    }
}
