package org.linli.portal.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.DomainException.Kind;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.rest.Window;

/** Changes the tree and pages through it, in the present transaction. Knows no callers. */
@ApplicationScoped
public class OrgUnits {
    /** Code points of a name. */
    public static final int MAX_NAME = 120;

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Pattern PHONE = Pattern.compile("[0-9+][0-9 -]{2,30}");
    static final String UNIT =
            "SELECT id, parent_id, level, code, name, path, community_id, east_m, north_m, phone FROM org_unit ";

    private final Sql sql;
    private final Clock clock;

    @Inject
    public OrgUnits(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A node to be added below another. */
    public record NewUnit(
            @Nullable OrgLevel level,
            @Nullable String code,
            @Nullable String name) {}

    static boolean isCode(String code) {
        return CODE.matcher(code).matches();
    }

    /** The version of a node, for entity tags. */
    public long version(long id) {
        return sql.first("SELECT version FROM org_unit WHERE id = ?", row -> row.number(1), id)
                .orElseThrow(DomainException::notFound);
    }

    /** Nodes of a level at or below the path, newest first; every level when null. */
    public List<OrgUnitView> below(String path, @Nullable OrgLevel level, Window window) {
        return sql.list(
                UNIT + "WHERE path LIKE ? AND (? IS NULL OR level = ?) AND id < ? ORDER BY id DESC LIMIT ?",
                OrgUnits::view,
                path + "%",
                level,
                level,
                window.before(),
                window.fetchSize());
    }

    /** How many nodes of each level stand at or below the path. */
    public Map<OrgLevel, Long> counts(String path) {
        Map<OrgLevel, Long> counts = new EnumMap<>(OrgLevel.class);
        sql.list(
                "SELECT level, COUNT(*) FROM org_unit WHERE path LIKE ? GROUP BY level",
                row -> counts.put(row.constant(1, OrgLevel.class), row.number(2)),
                path + "%");
        return counts;
    }

    /** The nodes above that path, from the top. */
    public List<OrgUnitView> ancestors(String path) {
        List<Object> ids = new ArrayList<>();
        for (String part : path.split("/")) {
            ids.add(Long.parseLong(part, 36));
        }
        ids.remove(ids.size() - 1);
        if (ids.isEmpty()) {
            return List.of();
        }
        String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
        return sql.list(UNIT + "WHERE id IN (" + marks + ") ORDER BY LENGTH(path)", OrgUnits::view, ids.toArray());
    }

    /** Nodes without parent. */
    public List<OrgUnitView> roots() {
        return sql.list(UNIT + "WHERE parent_id IS NULL ORDER BY code", OrgUnits::view);
    }

    /** Communities whose name or street contains the text, or all when it is blank, by code. */
    public List<OrgUnitView> communities(String text, int limit) {
        String part = "%" + text.strip().replace("|", "||").replace("%", "|%").replace("_", "|_") + "%";
        return sql.list(
                UNIT + "WHERE level = 'COMMUNITY' AND (name LIKE ? ESCAPE '|'"
                        + " OR parent_id IN (SELECT s.id FROM org_unit s WHERE s.level = 'STREET'"
                        + " AND s.name LIKE ? ESCAPE '|')) ORDER BY code LIMIT ?",
                OrgUnits::view,
                part,
                part,
                limit);
    }

    /**
     * Adds a node.
     *
     * @throws DomainException 400 naming the fields, 409 community.code-taken
     */
    public OrgUnitView add(OrgUnitView parent, NewUnit unit) {
        check(parent, unit);
        OrgLevel level = Objects.requireNonNull(unit.level());
        long id = Ids.next();
        String path = parent.path() + Long.toString(id, 36) + "/";
        Long communityId = level == OrgLevel.COMMUNITY ? (Long) id : parent.communityId();
        String name = String.valueOf(unit.name()).strip();
        try {
            sql.update(
                    "INSERT INTO org_unit (id, parent_id, level, code, name, path, community_id, created_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    parent.id(),
                    level,
                    unit.code(),
                    name,
                    path,
                    communityId,
                    clock.instant());
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, "org_unit_code")) {
                throw DomainException.conflict("community.code-taken", String.valueOf(unit.code()));
            }
            throw e;
        }
        String code = String.valueOf(unit.code());
        return new OrgUnitView(id, parent.id(), level, code, name, path, communityId, null, null);
    }

    private static void check(OrgUnitView parent, NewUnit unit) {
        new Violations()
                .required(unit.level(), "level")
                .check(
                        unit.level() == null || unit.level().mayStandUnder(parent.level()),
                        "level",
                        "community.wrong-level",
                        String.valueOf(unit.level()))
                .required(unit.code(), "code")
                .check(
                        unit.code() == null || isCode(unit.code()),
                        "code",
                        "community.bad-code",
                        String.valueOf(unit.code()))
                .requiredLine(unit.name(), "name", MAX_NAME)
                .throwIfAny();
    }

    /**
     * Renames a node and sets the telephone that its people are shown.
     *
     * @param version that the change was made looking at
     * @throws DomainException 400 naming the fields, 412 when the node has changed since
     */
    public void describe(long id, @Nullable String name, @Nullable String phone, long version) {
        new Violations()
                .requiredLine(name, "name", MAX_NAME)
                .check(phone == null || PHONE.matcher(phone).matches(), "phone", "community.bad-phone")
                .throwIfAny();
        int rows = sql.update(
                "UPDATE org_unit SET name = ?, phone = ?, version = version + 1 WHERE id = ? AND version = ?",
                String.valueOf(name).strip(),
                phone,
                id,
                version);
        if (rows == 0) {
            throw DomainException.of(Kind.CHANGED, "platform.changed-meanwhile");
        }
    }

    static OrgUnitView view(Sql.Row row) throws SQLException {
        Long east = row.numberOrNull(8);
        Long north = row.numberOrNull(9);
        return new OrgUnitView(
                row.number(1),
                row.numberOrNull(2),
                row.constant(3, OrgLevel.class),
                row.text(4),
                row.text(5),
                row.text(6),
                row.numberOrNull(7),
                east == null || north == null ? null : new OrgUnitView.Position(east.intValue(), north.intValue()),
                row.textOrNull(10));
    }
}
