package org.linli.portal.orders.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.portal.dispatch.Reason;
import org.linli.portal.orders.OfferStatus;
import org.linli.portal.orders.OfferView;
import org.linli.portal.orders.OrderAction;
import org.linli.portal.orders.OrderDetail;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.orders.ServiceView;
import org.linli.portal.orders.TimelineLine;
import org.linli.portal.platform.persistence.Sql;

/** What belongs to one order, for its page. Knows no callers. */
@ApplicationScoped
public class DetailRows {
    private static final String SERVICE = """
            SELECT a.volunteer_id, v.name, v.public_number, a.accepted_at, o.started_at, o.completed_at, a.journal,
              a.claimed_minutes, w.rating, w.comment, w.confirmed_minutes, w.reviewed_at, r.id, r.minutes, r.evidence,
              s.score
            FROM assignment a
            JOIN service_order o ON o.id = a.order_id
            JOIN person v ON v.id = a.volunteer_id
            LEFT JOIN review w ON w.order_id = o.id
            LEFT JOIN service_record r ON r.order_id = o.id AND r.minutes > 0
              AND NOT EXISTS (SELECT 1 FROM service_record x WHERE x.reverses_id = r.id)
            LEFT JOIN assessment s ON s.order_id = o.id
            WHERE a.order_id = ? AND (a.live_order_id IS NOT NULL OR a.end_reason = 'DONE')""";

    private final Sql sql;

    @Inject
    public DetailRows(Sql sql) {
        this.sql = sql;
    }

    /**
     * All offers of an order, newest first.
     *
     * @param reasons reads the kept reasons
     */
    public List<OfferView> offers(long orderId, Function<String, List<Reason>> reasons) {
        return sql.list(
                "SELECT d.id, d.volunteer_id, d.team_id, COALESCE(p.name, t.name), d.status, d.reasons, d.offered_at,"
                        + " d.expires_at, d.answered_at, d.answer_note FROM dispatch d"
                        + " LEFT JOIN person p ON p.id = d.volunteer_id LEFT JOIN team t ON t.id = d.team_id"
                        + " WHERE d.order_id = ? ORDER BY d.id DESC",
                row -> new OfferView(
                        row.number(1),
                        row.numberOrNull(2),
                        row.numberOrNull(3),
                        row.text(4),
                        row.constant(5, OfferStatus.class),
                        reasons.apply(row.text(6)),
                        row.instant(7),
                        row.instant(8),
                        row.instantOrNull(9),
                        row.textOrNull(10)),
                orderId);
    }

    /** Teams that the person is a member of. */
    public List<Long> teamsOf(long personId) {
        return sql.list("SELECT team_id FROM team_member WHERE person_id = ?", row -> row.number(1), personId);
    }

    /** Who serves and what came of it. */
    public Optional<ServiceView> service(long orderId) {
        return sql.first(SERVICE, DetailRows::service, orderId);
    }

    private static ServiceView service(Sql.Row row) throws SQLException {
        @Nullable Long confirmed = row.numberOrNull(11);
        @Nullable Long recordId = row.numberOrNull(13);
        return new ServiceView(
                row.number(1),
                row.text(2),
                row.text(3),
                row.instant(4),
                row.instantOrNull(5),
                row.instantOrNull(6),
                row.textOrNull(7),
                integer(row.numberOrNull(8)),
                confirmed == null
                        ? null
                        : new ServiceView.Rated(
                                integer(row.numberOrNull(9)), row.text(10), confirmed.intValue(), row.instant(12)),
                recordId == null ? null : new ServiceView.Recorded(recordId, row.integer(14), row.text(15)),
                integer(row.numberOrNull(16)));
    }

    private static @Nullable Integer integer(@Nullable Long number) {
        return number == null ? null : (Integer) number.intValue();
    }

    /** Photos, oldest first. */
    public List<OrderDetail.Photo> photos(long orderId) {
        return sql.list(
                "SELECT id, created_at FROM order_photo WHERE order_id = ? ORDER BY id",
                row -> new OrderDetail.Photo(row.number(1), row.instant(2)),
                orderId);
    }

    /** How many photos the person has added to the order. */
    public long photosBy(long orderId, long personId) {
        return sql.number("SELECT COUNT(*) FROM order_photo WHERE order_id = ? AND uploaded_by = ?", orderId, personId);
    }

    /** The timeline, oldest first. */
    public List<TimelineLine> timeline(long orderId) {
        return sql.list(
                "SELECT e.id, e.at, e.actor_id, p.name, e.action, e.from_status, e.to_status, e.note FROM order_event e"
                        + " LEFT JOIN person p ON p.id = e.actor_id WHERE e.order_id = ? ORDER BY e.id",
                row -> {
                    String from = row.textOrNull(6);
                    return new TimelineLine(
                            row.number(1),
                            row.instant(2),
                            row.numberOrNull(3),
                            row.textOrNull(4),
                            row.constant(5, OrderAction.class),
                            from == null ? null : OrderStatus.valueOf(from),
                            row.constant(7, OrderStatus.class),
                            row.text(8));
                },
                orderId);
    }

    /** The name of a person. */
    public String name(long personId) {
        return sql.first("SELECT name FROM person WHERE id = ?", row -> row.text(1), personId)
                .orElse("");
    }

    /** Orders of a community by status; a status without orders is missing. */
    public Map<OrderStatus, Long> counts(long communityId) {
        Map<OrderStatus, Long> counts = new EnumMap<>(OrderStatus.class);
        sql.list(
                "SELECT status, COUNT(*) FROM service_order WHERE community_id = ? GROUP BY status",
                row -> counts.put(row.constant(1, OrderStatus.class), row.number(2)),
                communityId);
        return counts;
    }
}
