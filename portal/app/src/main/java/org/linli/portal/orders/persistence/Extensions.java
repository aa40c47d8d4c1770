package org.linli.portal.orders.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.DataJson;
import org.linli.portal.platform.persistence.Sql;

/**
 * What brands add to orders: rows of order_extension and what hangs on it. Whoever changes them has taken the order before,
 * so one changes at a time. Knows no callers.
 */
@ApplicationScoped
public class Extensions {
    private static final String ROW =
            "SELECT x.order_id, x.community_id, x.brand_id, x.type_code, x.fields, x.confidential,"
                    + " x.parent_id, x.is_open, x.due_at, x.step_code, x.step_due_at FROM order_extension x ";

    private final Sql sql;

    @Inject
    public Extensions(Sql sql) {
        this.sql = sql;
    }

    /**
     * One row.
     *
     * @param dueAt when it must be done, null for no limit
     * @param stepCode the step that waits, null for none
     */
    public record Extension(
            long orderId,
            BrandRef brand,
            String typeCode,
            Data fields,
            boolean confidential,
            @Nullable Long parentId,
            boolean open,
            @Nullable Instant dueAt,
            @Nullable String stepCode,
            @Nullable Instant stepDueAt) {}

    /** Somebody in a participant role. */
    public record Participant(String role, long personId, String name) {}

    public Optional<Extension> find(long orderId) {
        return sql.first(ROW + "WHERE x.order_id = ?", Extensions::extension, orderId);
    }

    /** Those of the orders in which a step of the brand waits. */
    public Set<Long> inSteps(Collection<Long> orderIds) {
        if (orderIds.isEmpty()) {
            return Set.of();
        }
        String marks = String.join(", ", Collections.nCopies(orderIds.size(), "?"));
        return Set.copyOf(sql.list(
                "SELECT order_id FROM order_extension WHERE step_code IS NOT NULL AND order_id IN (" + marks + ")",
                row -> row.number(1),
                orderIds.toArray()));
    }

    private static Extension extension(Sql.Row row) throws SQLException {
        return new Extension(
                row.number(1),
                new BrandRef(row.text(3), row.number(2)),
                row.text(4),
                DataJson.read(row.text(5)),
                row.flag(6),
                row.numberOrNull(7),
                row.flag(8),
                row.instantOrNull(9),
                row.textOrNull(10),
                row.instantOrNull(11));
    }

    /**
     * Reserves a key for an order that is about to be placed; waits for whoever reserves it at the same time.
     *
     * @return false when an open order has it
     */
    public boolean reserve(BrandRef brand, String key, long orderId) {
        return sql.update(
                        "INSERT IGNORE INTO order_live_key (community_id, brand_id, live_key, order_id) VALUES (?, ?, ?, ?)",
                        brand.communityId(),
                        brand.brandId(),
                        key,
                        orderId)
                == 1;
    }

    public void add(Extension extension, Instant placedAt) {
        sql.update(
                "INSERT INTO order_extension (order_id, community_id, brand_id, type_code, fields, confidential, parent_id,"
                        + " due_at, placed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                extension.orderId(),
                extension.brand().communityId(),
                extension.brand().brandId(),
                extension.typeCode(),
                DataJson.write(extension.fields()),
                extension.confidential(),
                extension.parentId(),
                extension.dueAt(),
                placedAt);
    }

    public void setFields(long orderId, Data fields) {
        sql.update("UPDATE order_extension SET fields = ? WHERE order_id = ?", DataJson.write(fields), orderId);
    }

    /** That step waits now, or none. */
    public void await(long orderId, @Nullable String step, @Nullable Instant due) {
        sql.update(
                "UPDATE order_extension SET step_code = ?, step_due_at = ?, step_overdue_at = NULL WHERE order_id = ?",
                step,
                due,
                orderId);
    }

    /** The order is over: nothing waits, and its key may be used again. */
    public void end(long orderId) {
        sql.update("UPDATE order_extension SET is_open = 0, step_code = NULL WHERE order_id = ?", orderId);
        sql.update("DELETE FROM order_live_key WHERE order_id = ?", orderId);
    }

    public void addParticipant(long orderId, String role, long personId) {
        sql.update(
                "INSERT IGNORE INTO order_participant (order_id, role_code, person_id) VALUES (?, ?, ?)",
                orderId,
                role,
                personId);
    }

    public List<Participant> participants(long orderId) {
        return sql.list(
                "SELECT t.role_code, t.person_id, p.name FROM order_participant t JOIN person p ON p.id = t.person_id"
                        + " WHERE t.order_id = ? ORDER BY t.role_code, t.person_id",
                row -> new Participant(row.text(1), row.number(2), row.text(3)),
                orderId);
    }

    /** Person ids by participant role. */
    public Map<String, List<Long>> roles(long orderId) {
        Map<String, List<Long>> roles = new LinkedHashMap<>();
        participants(orderId).forEach(p -> roles.computeIfAbsent(p.role(), role -> new ArrayList<>())
                .add(p.personId()));
        return roles;
    }

    /** Ids and numbers of orders that follow from it, oldest first. */
    public List<Long> children(long orderId) {
        return sql.list(
                "SELECT order_id FROM order_extension WHERE parent_id = ? ORDER BY order_id",
                row -> row.number(1),
                orderId);
    }

    /** Types of which there are orders. */
    public List<String> types(BrandRef brand) {
        return sql.list(
                "SELECT DISTINCT type_code FROM order_extension WHERE community_id = ? AND brand_id = ? ORDER BY type_code",
                row -> row.text(1),
                brand.communityId(),
                brand.brandId());
    }

    /** Ids of orders of a type, newest first. */
    public List<Long> ofType(BrandRef brand, String type, boolean openOnly, int offset, int limit) {
        return sql.list(
                "SELECT order_id FROM order_extension WHERE community_id = ? AND brand_id = ? AND type_code = ?"
                        + (openOnly ? " AND is_open = 1" : "") + " ORDER BY order_id DESC LIMIT ? OFFSET ?",
                row -> row.number(1),
                brand.communityId(),
                brand.brandId(),
                type,
                limit,
                offset);
    }

    /** How many of that type are open, by unit. */
    public Map<Long, Long> openByUnit(BrandRef brand, String type) {
        Map<Long, Long> counts = new LinkedHashMap<>();
        sql.list(
                        "SELECT o.unit_id, COUNT(*) FROM order_extension x JOIN service_order o ON o.id = x.order_id"
                                + " WHERE x.community_id = ? AND x.brand_id = ? AND x.type_code = ? AND x.is_open = 1"
                                + " GROUP BY o.unit_id",
                        row -> Map.entry(row.number(1), row.number(2)),
                        brand.communityId(),
                        brand.brandId(),
                        type)
                .forEach(e -> counts.put(e.getKey(), e.getValue()));
        return counts;
    }

    public long count(BrandRef brand, String type, Instant since) {
        return sql.number(
                "SELECT COUNT(*) FROM order_extension WHERE community_id = ? AND brand_id = ? AND type_code = ?"
                        + " AND placed_at >= ?",
                brand.communityId(),
                brand.brandId(),
                type,
                since);
    }

    /** Open orders of a brand in a community. */
    public List<Long> open(BrandRef brand) {
        return sql.list(
                "SELECT order_id FROM order_extension WHERE community_id = ? AND brand_id = ? AND is_open = 1",
                row -> row.number(1),
                brand.communityId(),
                brand.brandId());
    }

    /** Removes all that the brand added to orders of that community; the bare orders stay, they are records of people. */
    public void purge(BrandRef brand) {
        String orders =
                " WHERE order_id IN (SELECT order_id FROM order_extension WHERE community_id = ? AND brand_id = ?)";
        sql.update("DELETE FROM order_step" + orders, brand.communityId(), brand.brandId());
        sql.update("DELETE FROM order_participant" + orders, brand.communityId(), brand.brandId());
        sql.update(
                "DELETE FROM order_live_key WHERE community_id = ? AND brand_id = ?",
                brand.communityId(),
                brand.brandId());
        sql.update(
                "DELETE FROM order_extension WHERE community_id = ? AND brand_id = ?",
                brand.communityId(),
                brand.brandId());
    }
}
