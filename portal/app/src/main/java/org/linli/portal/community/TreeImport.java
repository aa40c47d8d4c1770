package org.linli.portal.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;

/**
 * Imports a tree from CSV in the present transaction: everything is checked before anything is written. The same codes
 * again only give new names; nodes are never moved, because paths and rights hang on them.
 *
 * <p>Rows are taken level by level, so parents may stand behind their children and no cycle is possible. Knows no
 * callers: the scope says which part of the tree may be touched.
 */
@ApplicationScoped
public class TreeImport {
    private static final int CHUNK = 1_000;
    private static final String INSERT = "INSERT INTO org_unit (id, parent_id, level, code, name, path, community_id,"
            + " created_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)";

    private final Sql sql;
    private final DataSource dataSource;
    private final Clock clock;

    @Inject
    public TreeImport(Sql sql, DataSource dataSource, Clock clock) {
        this.sql = sql;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Which part of the tree may be touched.
     *
     * @param paths nodes at or below these; the empty path means the whole tree and permits new roots
     */
    public record Scope(List<String> paths) {
        boolean covers(String path) {
            return paths.stream().anyMatch(path::startsWith);
        }

        boolean permitsRoots() {
            return paths.contains("");
        }
    }

    /** Checks the file and, unless it is a dry run or has errors, writes it. */
    public ImportResult run(InputStream csv, Scope scope, boolean dryRun) {
        ImportErrors errors = new ImportErrors();
        List<ImportRow> rows = new ImportFile(errors).read(csv);
        rows.sort(Comparator.comparing((ImportRow row) -> row.level).thenComparingInt(row -> row.line));
        Map<String, ImportRow.Parent> parents = knownParents(rows);
        inChunks(rows, chunk -> meetExisting(chunk, scope, errors));
        checkParents(rows, parents, scope, errors);
        boolean apply = !dryRun && errors.count() == 0;
        int added = (int) rows.stream().filter(row -> row.id == 0).count();
        int renamed = (int) rows.stream().filter(row -> row.renamed).count();
        if (apply) {
            write(rows, parents);
        }
        int unchanged = rows.size() - added - renamed;
        return new ImportResult(rows.size(), added, renamed, unchanged, apply, errors.count(), errors.byLine());
    }

    /** Parents that are named in the file and stand in the tree already. */
    private Map<String, ImportRow.Parent> knownParents(List<ImportRow> rows) {
        Set<String> named = new HashSet<>();
        rows.forEach(row -> named.add(row.parent));
        named.remove("");
        Map<String, ImportRow.Parent> known = new HashMap<>();
        inChunks(
                List.copyOf(named),
                chunk -> sql.list(
                        "SELECT code, level, id, path, community_id FROM org_unit WHERE code IN (" + marks(chunk) + ")",
                        row -> known.put(
                                row.text(1),
                                new ImportRow.Parent(
                                        row.constant(2, OrgLevel.class),
                                        row.number(3),
                                        row.text(4),
                                        row.numberOrNull(5))),
                        chunk.toArray()));
        return known;
    }

    private void meetExisting(List<ImportRow> chunk, Scope scope, ImportErrors errors) {
        Map<String, ImportRow> byCode = new HashMap<>();
        chunk.forEach(row -> byCode.put(row.code, row));
        sql.list(
                "SELECT u.code, u.id, u.level, u.name, COALESCE(p.code, ''), u.path FROM org_unit u"
                        + " LEFT JOIN org_unit p ON p.id = u.parent_id WHERE u.code IN (" + marks(chunk) + ")",
                found -> {
                    ImportRow row = byCode.get(found.text(1));
                    if (row == null) {
                        return false;
                    }
                    row.id = found.number(2);
                    row.renamed = !found.text(4).equals(row.name);
                    if (!scope.covers(found.text(6))) {
                        errors.add(row.line, "code", "community.import-out-of-scope", row.code);
                    } else if (found.constant(3, OrgLevel.class) != row.level) {
                        errors.add(row.line, "level", "community.import-other-level", found.text(3));
                    } else if (!found.text(5).equals(row.parent)) {
                        errors.add(row.line, "parent", "community.import-moved", row.parent);
                    }
                    return true;
                },
                chunk.stream().map(row -> row.code).toArray());
    }

    private static void checkParents(
            List<ImportRow> rows, Map<String, ImportRow.Parent> known, Scope scope, ImportErrors errors) {
        Map<String, OrgLevel> levels = new HashMap<>();
        rows.forEach(row -> levels.put(row.code, row.level));
        for (ImportRow row : rows) {
            if (row.parent.isEmpty()) {
                if (!scope.permitsRoots() && row.id == 0) {
                    errors.add(row.line, "parent", "community.import-root-out-of-scope", row.code);
                }
                continue;
            }
            ImportRow.Parent parent = known.get(row.parent);
            boolean visible = parent != null && scope.covers(parent.path());
            OrgLevel level = levels.containsKey(row.parent)
                    ? levels.get(row.parent)
                    : visible && parent != null ? parent.level() : null;
            if (level == null) {
                errors.add(row.line, "parent", "community.unknown-parent", row.parent);
            } else if (!row.level.mayStandUnder(level)) {
                errors.add(row.line, "level", "community.wrong-level", row.level.name());
            }
        }
    }

    private void write(List<ImportRow> rows, Map<String, ImportRow.Parent> parents) {
        Set<String> needed = new HashSet<>();
        rows.forEach(row -> needed.add(row.parent));
        Timestamp now = Timestamp.from(clock.instant());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement rename = connection.prepareStatement(
                        "UPDATE org_unit SET name = ?, version = version + 1 WHERE id = ?")) {
            int pending = 0;
            for (ImportRow row : rows) {
                if (row.id == 0) {
                    ImportRow.Parent node = bind(insert, row, parents.get(row.parent), now);
                    if (needed.contains(row.code)) {
                        parents.put(row.code, node);
                    }
                    pending++;
                } else if (row.renamed) {
                    rename.setString(1, row.name);
                    rename.setLong(2, row.id);
                    rename.addBatch();
                    pending++;
                }
                if (pending >= CHUNK) {
                    insert.executeBatch();
                    rename.executeBatch();
                    pending = 0;
                }
            }
            insert.executeBatch();
            rename.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ImportRow.Parent bind(
            PreparedStatement insert, ImportRow row, ImportRow.@Nullable Parent parent, Timestamp now)
            throws SQLException {
        long id = Ids.next();
        String path = (parent == null ? "" : parent.path()) + Long.toString(id, 36) + "/";
        Long communityId = row.level == OrgLevel.COMMUNITY ? (Long) id : parent == null ? null : parent.communityId();
        insert.setLong(1, id);
        if (parent == null) {
            insert.setNull(2, Types.BIGINT);
        } else {
            insert.setLong(2, parent.id());
        }
        insert.setString(3, row.level.name());
        insert.setString(4, row.code);
        insert.setString(5, row.name);
        insert.setString(6, path);
        if (communityId == null) {
            insert.setNull(7, Types.BIGINT);
        } else {
            insert.setLong(7, communityId);
        }
        insert.setTimestamp(8, now);
        insert.addBatch();
        return new ImportRow.Parent(row.level, id, path, communityId);
    }

    private static String marks(List<?> chunk) {
        return String.join(",", Collections.nCopies(chunk.size(), "?"));
    }

    private static <T> void inChunks(List<T> all, Consumer<List<T>> work) {
        for (int from = 0; from < all.size(); from += CHUNK) {
            work.accept(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
    }
}
