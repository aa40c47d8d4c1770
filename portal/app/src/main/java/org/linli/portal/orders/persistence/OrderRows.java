package org.linli.portal.orders.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.orders.OrderSummary;
import org.linli.portal.orders.QueueFilter;
import org.linli.portal.orders.TaskView;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.rest.Window;

/** Rows of orders for lists. Knows no callers. */
@ApplicationScoped
public class OrderRows {
    private static final String SUMMARY = """
            SELECT o.id, o.number, o.community_id, o.status, o.item_id, i.name, i.name_en, i.category_code, c.icon,
              o.expected_minutes, o.points_rate, u.name, CASE WHEN x.confidential = 1 THEN '' ELSE p.name END, v.name, o.wanted_from, o.wanted_to, o.placed_at,
              o.status_since, o.due_at, o.escalated_at,
              (SELECT COUNT(*) FROM dispatch f WHERE f.order_id = o.id AND f.status = 'OFFERED'), o.version""";

    private static final int COLUMNS = 22;

    private static final String FROM = """
             FROM service_order o
            JOIN service_item i ON i.id = o.item_id
            JOIN service_category c ON c.code = i.category_code
            JOIN org_unit u ON u.id = o.unit_id
            JOIN person p ON p.id = o.principal_id
            LEFT JOIN assignment a ON a.order_id = o.id AND (a.live_order_id = o.id OR a.end_reason = 'DONE')
            LEFT JOIN person v ON v.id = a.volunteer_id
            LEFT JOIN order_extension x ON x.order_id = o.id
            """;

    private final Sql sql;

    @Inject
    public OrderRows(Sql sql) {
        this.sql = sql;
    }

    /** One order. */
    public Optional<OrderSummary> find(long orderId) {
        return sql.first(SUMMARY + FROM + "WHERE o.id = ?", OrderRows::summary, orderId);
    }

    /** Orders that the person needs or placed, newest first. */
    public List<OrderSummary> ofPerson(long personId, Set<OrderStatus> statuses, Window window) {
        // two indexes, not one condition that fits neither
        return sql.list(
                SUMMARY + FROM + "JOIN (SELECT id FROM service_order WHERE principal_id = ? AND id < ?"
                        + " UNION SELECT id FROM service_order WHERE placer_id = ? AND id < ?) mine ON mine.id = o.id"
                        + " WHERE TRUE" + in(statuses) + " ORDER BY o.id DESC LIMIT ?",
                OrderRows::summary,
                personId,
                window.before(),
                personId,
                window.before(),
                window.fetchSize());
    }

    /** Orders of a community, newest first. */
    public List<OrderSummary> ofCommunity(long communityId, QueueFilter filter, Window window) {
        return filtered(
                communityId, filter, " AND o.id < ? ORDER BY o.id DESC LIMIT ?", window.before(), window.fetchSize());
    }

    /** Orders of a community for the board: what nobody answered in time first, then what is wanted soonest. */
    public List<OrderSummary> board(long communityId, QueueFilter filter, int limit) {
        return filtered(communityId, filter, " ORDER BY o.escalated_at IS NULL, o.wanted_from, o.id LIMIT ?", limit);
    }

    /** Orders at or below those paths that were escalated and that nobody has accepted since, newest first. */
    public List<OrderSummary> escalated(List<String> paths, Window window) {
        if (paths.isEmpty()) {
            return List.of();
        }
        List<Object> parameters =
                new ArrayList<>(paths.stream().map(path -> path + "%").toList());
        parameters.addAll(List.of(window.before(), window.fetchSize()));
        return sql.list(
                SUMMARY + FROM + escalatedBelow(paths) + " AND o.id < ? ORDER BY o.id DESC LIMIT ?",
                OrderRows::summary,
                parameters.toArray());
    }

    /** How many those are. */
    public long countEscalated(List<String> paths) {
        return paths.isEmpty()
                ? 0
                : sql.number(
                        "SELECT COUNT(*) FROM service_order o " + escalatedBelow(paths),
                        paths.stream().map(path -> path + "%").toArray());
    }

    private static String escalatedBelow(List<String> paths) {
        return "JOIN org_unit e ON e.id = o.community_id WHERE o.escalated_at IS NOT NULL"
                + in(OrderStatus.OPEN)
                + paths.stream().map(path -> "e.path LIKE ?").collect(Collectors.joining(" OR ", " AND (", ")"));
    }

    private List<OrderSummary> filtered(long communityId, QueueFilter filter, String tail, Object... tailParameters) {
        List<Object> parameters = new ArrayList<>(List.of(communityId));
        String where = "WHERE o.community_id = ?" + in(filter.statuses())
                + (filter.escalatedOnly() ? " AND o.escalated_at IS NOT NULL" : "");
        if (filter.text() != null && !filter.text().isBlank()) {
            where +=
                    " AND (o.number LIKE ? OR (COALESCE(x.confidential, 0) = 0 AND (p.name LIKE ? OR p.name_pinyin LIKE ?"
                            + " OR i.name LIKE ? OR LOWER(i.name_en) LIKE ? OR o.description LIKE ?)))";
            parameters.addAll(patterns(filter.text().strip()));
        }
        parameters.addAll(List.of(tailParameters));
        return sql.list(SUMMARY + FROM + where + tail, OrderRows::summary, parameters.toArray());
    }

    private static List<String> patterns(String text) {
        String literal = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        String any = "%" + literal + "%";
        String lower = any.toLowerCase(Locale.ROOT);
        // number and pinyin are ASCII columns: what is not ASCII cannot match them
        String ascii = text.chars().allMatch(c -> c < 0x80) ? any : "-";
        return List.of(ascii.toUpperCase(Locale.ROOT), any, ascii.toLowerCase(Locale.ROOT), any, lower, any);
    }

    /** Open offers to a volunteer, personally or through a team, those that expire soonest first. */
    public List<TaskView> offersTo(long volunteerId) {
        return sql.list(
                SUMMARY + ", d.id, t.name, d.expires_at, NULL, NULL" + FROM
                        + "JOIN dispatch d ON d.order_id = o.id AND d.status = 'OFFERED'"
                        + " LEFT JOIN team t ON t.id = d.team_id"
                        + " WHERE o.principal_id <> ? AND (d.volunteer_id = ? OR d.team_id IN"
                        + " (SELECT m.team_id FROM team_member m JOIN person me ON me.id = m.person_id"
                        + " WHERE m.person_id = ? AND me.community_id = o.community_id)) ORDER BY d.expires_at, d.id",
                OrderRows::task,
                volunteerId,
                volunteerId,
                volunteerId);
    }

    /**
     * What a volunteer accepted, newest first.
     *
     * @param live still to be done, else done
     */
    public List<TaskView> assignmentsOf(long volunteerId, boolean live, Window window) {
        return sql.list(
                SUMMARY + ", m.dispatch_id, NULL, o.wanted_to, m.accepted_at, r.minutes" + FROM
                        + "JOIN assignment m ON m.order_id = o.id"
                        + " LEFT JOIN service_record r ON r.order_id = o.id AND r.minutes > 0"
                        + " AND NOT EXISTS (SELECT 1 FROM service_record x WHERE x.reverses_id = r.id)"
                        + " WHERE m.volunteer_id = ? AND m.ended_at IS "
                        + (live ? "NULL" : "NOT NULL AND m.end_reason = 'DONE'")
                        + " AND o.id < ? ORDER BY o.id DESC LIMIT ?",
                OrderRows::task,
                volunteerId,
                window.before(),
                window.fetchSize());
    }

    private static String in(Set<OrderStatus> statuses) {
        return statuses.isEmpty()
                ? ""
                : statuses.stream()
                        .map(OrderStatus::name)
                        .sorted()
                        .collect(Collectors.joining("', '", " AND o.status IN ('", "')"));
    }

    private static OrderSummary summary(Sql.Row row) throws SQLException {
        OrderSummary.Item item = new OrderSummary.Item(
                row.number(5), row.text(6), row.text(7), row.text(8), row.text(9), row.integer(10), row.number(11));
        @Nullable Instant escalatedAt = row.instantOrNull(20);
        return new OrderSummary(
                row.number(1),
                row.text(2),
                row.number(3),
                row.constant(4, OrderStatus.class),
                item,
                row.text(12),
                row.text(13),
                row.textOrNull(14),
                row.instant(15),
                row.instant(16),
                row.instant(17),
                row.instant(18),
                row.instantOrNull(19),
                escalatedAt != null,
                row.integer(21),
                row.number(22));
    }

    private static TaskView task(Sql.Row row) throws SQLException {
        Long minutes = row.numberOrNull(COLUMNS + 5);
        return new TaskView(
                summary(row),
                row.number(COLUMNS + 1),
                row.textOrNull(COLUMNS + 2),
                row.instant(COLUMNS + 3),
                row.instantOrNull(COLUMNS + 4),
                minutes == null ? null : (Integer) minutes.intValue());
    }
}
