package org.linli.portal.orders.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.linli.portal.platform.persistence.Sql;

/** Who is to hear of what happens to an order. */
@ApplicationScoped
public class Audience {
    private static final String GRANTED = "SELECT DISTINCT g.person_id FROM role_grant g"
            + " JOIN org_unit u ON u.id = g.org_unit_id JOIN org_unit c ON c.id = ?"
            + " WHERE g.role = ? AND g.status = 'ACTIVE' AND g.valid_from <= ?"
            + " AND (g.valid_to IS NULL OR g.valid_to >= ?) AND ";

    private final Sql sql;
    private final Clock clock;

    @Inject
    public Audience(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What a notice says of an order, and for whom it is done. */
    public record Subject(String itemName, long principalId, long placerId, String placerName) {}

    /** Somebody who was asked, personally or, when the name is not empty, through that team. */
    public record Asked(long personId, String teamName) {}

    public Subject subject(long orderId) {
        return sql.first(
                        "SELECT i.name, o.principal_id, o.placer_id, p.name FROM service_order o"
                                + " JOIN service_item i ON i.id = o.item_id JOIN person p ON p.id = o.placer_id"
                                + " WHERE o.id = ?",
                        row -> new Subject(row.text(1), row.number(2), row.number(3), row.text(4)),
                        orderId)
                .orElseThrow();
    }

    /** Those who were asked at that instant. */
    public List<Asked> askedAt(long orderId, Instant at) {
        String today = Residents.today(clock);
        return sql.list(
                "SELECT volunteer_id, '' FROM dispatch WHERE order_id = ? AND offered_at = ? AND volunteer_id IS NOT NULL"
                        + " UNION SELECT m.person_id, t.name FROM dispatch d JOIN team t ON t.id = d.team_id"
                        + " JOIN service_order o ON o.id = d.order_id JOIN team_member m ON m.team_id = t.id"
                        + Residents.AT_WORK
                        + " WHERE d.order_id = ? AND d.offered_at = ? AND p.community_id = o.community_id",
                row -> new Asked(row.number(1), row.text(2)),
                orderId,
                at,
                today,
                today,
                orderId,
                at);
    }

    /** Volunteers whose open offer was taken back at that instant. */
    public List<Long> withdrawnAt(long orderId, Instant at) {
        return sql.list(
                "SELECT volunteer_id FROM dispatch WHERE order_id = ? AND status = 'WITHDRAWN' AND answered_at = ?"
                        + " AND volunteer_id IS NOT NULL",
                row -> row.number(1),
                orderId,
                at);
    }

    /** The volunteer whose assignment ended at that instant without service, if any. */
    public List<Long> relievedAt(long orderId, Instant at) {
        return sql.list(
                "SELECT volunteer_id FROM assignment WHERE order_id = ? AND ended_at = ? AND end_reason <> 'DONE'",
                row -> row.number(1),
                orderId,
                at);
    }

    /** Who serves or served, with the shown name. */
    public List<Asked> servant(long orderId) {
        return sql.list(
                "SELECT a.volunteer_id, p.name FROM assignment a JOIN person p ON p.id = a.volunteer_id"
                        + " WHERE a.order_id = ? AND (a.live_order_id IS NOT NULL OR a.end_reason = 'DONE')",
                row -> new Asked(row.number(1), row.text(2)),
                orderId);
    }

    /** The rating of the order's review, 0 when there is none. */
    public long rating(long orderId) {
        return sql.number("SELECT COALESCE(rating, 0) FROM review WHERE order_id = ?", orderId);
    }

    /** The dispatchers of a community. */
    public List<Long> dispatchers(long communityId) {
        return granted(communityId, "DISPATCHER", "u.id = c.id");
    }

    /** The supervisors above a community. */
    public List<Long> supervisors(long communityId) {
        return granted(communityId, "SUPERVISOR", "u.id <> c.id AND c.path LIKE CONCAT(u.path, '%')");
    }

    private List<Long> granted(long communityId, String role, String where) {
        String today = Residents.today(clock);
        return sql.list(GRANTED + where, row -> row.number(1), communityId, role, today, today);
    }
}
