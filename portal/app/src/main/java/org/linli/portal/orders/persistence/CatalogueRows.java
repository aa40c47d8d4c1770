package org.linli.portal.orders.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.portal.orders.CatalogueItem;
import org.linli.portal.orders.CatalogueItem.Named;
import org.linli.portal.platform.persistence.Sql;

/** Rows of the catalogue. Knows no callers. */
@ApplicationScoped
public class CatalogueRows {
    private static final String ITEM = "SELECT i.id, i.community_id, i.category_code, c.icon, i.name, i.name_en,"
            + " i.description, i.expected_minutes, i.points_rate, i.risk_note, i.active, i.version"
            + " FROM service_item i JOIN service_category c ON c.code = i.category_code ";
    private static final String SKILL = "SELECT x.item_id, s.code, s.name_zh, s.name_en FROM service_item_skill x"
            + " JOIN skill s ON s.code = x.skill_code JOIN service_item i ON i.id = x.item_id ";

    private final Sql sql;

    @Inject
    public CatalogueRows(Sql sql) {
        this.sql = sql;
    }

    /** All categories in their order. */
    public List<Named> categories() {
        return sql.list(
                "SELECT code, name_zh, name_en, icon FROM service_category ORDER BY position, code",
                row -> new Named(row.text(1), row.text(2), row.text(3), row.text(4)));
    }

    /** All skills in their order. */
    public List<Named> skills() {
        return sql.list(
                "SELECT code, name_zh, name_en FROM skill ORDER BY position, code",
                row -> new Named(row.text(1), row.text(2), row.text(3), ""));
    }

    /**
     * The items of a community by category and name.
     *
     * @param retiredToo also what cannot be ordered any more
     */
    public List<CatalogueItem> items(long communityId, boolean retiredToo) {
        return items(
                "WHERE i.community_id = ?" + (retiredToo ? "" : " AND i.active = 1 AND i.orderable = 1"),
                " ORDER BY c.position, i.name, i.id",
                communityId);
    }

    /** One item. */
    public Optional<CatalogueItem> item(long itemId) {
        return items("WHERE i.id = ?", "", itemId).stream().findFirst();
    }

    private List<CatalogueItem> items(String where, String order, long id) {
        Map<Long, List<Named>> skills = new HashMap<>();
        sql.list(
                        SKILL + where + " ORDER BY s.position, s.code",
                        row -> Map.entry(row.number(1), new Named(row.text(2), row.text(3), row.text(4), "")),
                        id)
                .forEach(e -> skills.computeIfAbsent(e.getKey(), item -> new ArrayList<>())
                        .add(e.getValue()));
        return sql.list(ITEM + where + order, row -> item(row, skills), id);
    }

    private static CatalogueItem item(Sql.Row row, Map<Long, List<Named>> skills) throws SQLException {
        return new CatalogueItem(
                row.number(1),
                row.number(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.text(7),
                row.integer(8),
                row.number(9),
                row.text(10),
                skills.getOrDefault(row.number(1), List.of()),
                row.flag(11),
                row.number(12));
    }
}
