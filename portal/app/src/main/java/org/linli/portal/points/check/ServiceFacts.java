package org.linli.portal.points.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.platform.persistence.Sql;

/** Finds what was told when a service was recorded, to pay it later. */
@ApplicationScoped
class ServiceFacts {
    private static final String FACT = "SELECT s.id, s.order_id, s.replaces_id, s.community_id, s.volunteer_id,"
            + " s.resident_id, CASE WHEN s.order_id IS NULL THEN s.approved_by ELSE v.reviewer_id END, s.item_id, i.name,"
            + " i.name_en, s.started_at, s.ended_at, s.minutes, COALESCE(o.expected_minutes, 0),"
            + " COALESCE(o.points_rate, i.points_rate), s.evidence, s.recorded_at FROM service_record s"
            + " JOIN service_item i ON i.id = s.item_id LEFT JOIN service_order o ON o.id = s.order_id"
            + " LEFT JOIN review v ON v.order_id = s.order_id"
            + " WHERE s.minutes > 0 AND NOT EXISTS (SELECT 1 FROM service_record r WHERE r.reverses_id = s.id) AND ";

    private final Sql sql;

    @Inject
    ServiceFacts(Sql sql) {
        this.sql = sql;
    }

    /** The service of that record, unless it was reversed. */
    Optional<ServiceRecorded> ofRecord(long recordId) {
        return find("s.id = ?", recordId);
    }

    /** The service of that order that counts. */
    Optional<ServiceRecorded> ofOrder(long orderId) {
        return find("s.order_id = ?", orderId);
    }

    private Optional<ServiceRecorded> find(String where, long id) {
        return sql.first(
                FACT + where,
                row -> new ServiceRecorded(
                        row.number(1),
                        row.numberOrNull(2),
                        row.numberOrNull(3),
                        row.number(4),
                        row.number(5),
                        row.numberOrNull(6),
                        row.numberOrNull(7),
                        row.number(8),
                        row.text(9),
                        row.text(10),
                        row.instant(11),
                        row.instant(12),
                        row.integer(13),
                        row.integer(14),
                        row.number(15),
                        row.text(16),
                        row.instant(17)),
                id);
    }
}
