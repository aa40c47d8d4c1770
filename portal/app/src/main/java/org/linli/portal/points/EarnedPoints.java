package org.linli.portal.points;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.points.ServicePayment.Earning;
import org.linli.portal.points.rule.RuleArithmetic.Earned;

/** What each service record earned, also when that was nothing (table service_points). */
@ApplicationScoped
class EarnedPoints {
    private final Sql sql;

    @Inject
    EarnedPoints(Sql sql) {
        this.sql = sql;
    }

    /** What the services of that person earned on that day and in its month. */
    Earned until(long communityId, long personId, LocalDate day) {
        return sql.first(
                        "SELECT COALESCE(SUM(CASE WHEN served_on = ? THEN amount ELSE 0 END), 0), COALESCE(SUM(amount), 0)"
                                + " FROM service_points WHERE person_id = ? AND served_on BETWEEN ? AND ?"
                                + " AND community_id = ? AND reversed_at IS NULL",
                        row -> new Earned(row.number(1), row.number(2)),
                        day,
                        personId,
                        day.withDayOfMonth(1),
                        day.withDayOfMonth(day.lengthOfMonth()),
                        communityId)
                .orElse(Earned.NOTHING);
    }

    /**
     * Keeps what a record earned.
     *
     * @return false when it was paid before
     */
    boolean add(ServiceRecorded service, Earning earning) {
        Receipt receipt = earning.receipt();
        try {
            sql.update(
                    "INSERT INTO service_points (record_id, community_id, person_id, served_on, edition, amount, receipt)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    service.recordId(),
                    service.communityId(),
                    service.volunteerId(),
                    earning.servedOn(),
                    receipt.edition(),
                    earning.amount(),
                    earning.amount() == 0 ? receipt.toJson() : null);
            return true;
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, "PRIMARY")) {
                return false;
            }
            throw e;
        }
    }

    /**
     * A record that was paid and not taken back.
     *
     * @param transactionId of the payment, null when nothing was earned
     */
    record Paid(
            long communityId,
            long personId,
            long amount,
            @Nullable Long transactionId) {}

    Optional<Paid> paid(long recordId) {
        return sql.first(
                "SELECT s.community_id, s.person_id, s.amount, t.id FROM service_points s"
                        + " LEFT JOIN points_transaction t ON t.reason = 'SERVICE' AND t.source_id = s.record_id"
                        + " WHERE s.record_id = ? AND s.reversed_at IS NULL",
                row -> new Paid(row.number(1), row.number(2), row.number(3), row.numberOrNull(4)),
                recordId);
    }

    /** The points of a reversed record are spent: somebody has to speak with the volunteer. */
    void missing(long recordId, Paid paid, Instant at) {
        sql.update(
                "INSERT INTO points_shortfall (record_id, community_id, person_id, transaction_id, amount, found_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                recordId,
                paid.communityId(),
                paid.personId(),
                paid.transactionId(),
                paid.amount(),
                at);
    }

    /** What the record earned was taken back: it no longer counts for the caps. */
    void takenBack(long recordId, Instant at) {
        sql.update(
                "UPDATE service_points SET reversed_at = ? WHERE record_id = ? AND reversed_at IS NULL", at, recordId);
    }
}
