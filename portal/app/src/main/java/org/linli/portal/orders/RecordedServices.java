package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import org.linli.portal.platform.persistence.Sql;

/** Reads from the time record what is told of a service when it counts; one that was reversed is not found. */
@ApplicationScoped
public class RecordedServices {
    private static final String COUNTED = """
            SELECT r.id, r.order_id, r.replaces_id, r.community_id, r.volunteer_id, r.resident_id,
              CASE WHEN r.order_id IS NULL THEN r.approved_by ELSE w.reviewer_id END,
              r.item_id, i.name, i.name_en, r.started_at, r.ended_at, r.minutes,
              COALESCE(o.expected_minutes, i.expected_minutes), COALESCE(o.points_rate, i.points_rate), r.evidence,
              r.recorded_at
            FROM service_record r
            JOIN service_item i ON i.id = r.item_id
            LEFT JOIN service_order o ON o.id = r.order_id
            LEFT JOIN review w ON w.order_id = r.order_id
            WHERE r.minutes > 0 AND NOT EXISTS (SELECT 1 FROM service_record x WHERE x.reverses_id = r.id) AND\s""";

    private final Sql sql;

    @Inject
    public RecordedServices(Sql sql) {
        this.sql = sql;
    }

    /** The service of that record, unless it was reversed. */
    public Optional<ServiceRecorded> ofRecord(long recordId) {
        return sql.first(COUNTED + "r.id = ?", RecordedServices::service, recordId);
    }

    /** The service of that order that counts. */
    public Optional<ServiceRecorded> ofOrder(long orderId) {
        return sql.first(COUNTED + "r.order_id = ?", RecordedServices::service, orderId);
    }

    private static ServiceRecorded service(Sql.Row row) throws SQLException {
        return new ServiceRecorded(
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
                row.instant(17));
    }
}
