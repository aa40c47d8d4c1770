package org.linli.portal.brands.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linli.portal.platform.persistence.Sql;

/** What nodes report, and the starts that they began. Every call is a transaction of its own: it must outlive what follows. */
@ApplicationScoped
public class NodeRows {
    private static final int MAX_DETAIL = 300;
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Sql sql;
    private final Clock clock;

    @Inject
    public NodeRows(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What a node says of a brand.
     *
     * @param state {@code RUNNING}, {@code FAILED}, {@code OFF} or {@code SAFE_MODE}
     */
    public record Report(String node, long generation, String state, String detail, Instant at) {}

    /** A node says how it stands. */
    void report(String node, String brandId, long generation, String state, String detail) {
        Instant now = clock.instant();
        String words = detail.length() > MAX_DETAIL ? detail.substring(0, MAX_DETAIL) : detail;
        sql.update(
                "INSERT INTO brand_node (node, brand_id, generation, state, detail, at) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE generation = ?, state = ?, detail = ?, at = ?",
                node,
                brandId,
                generation,
                state,
                words,
                now,
                generation,
                state,
                words,
                now);
    }

    /** What the nodes said last, by node; those that said nothing for a day are gone. */
    public List<Report> of(String brandId) {
        return sql.list(
                "SELECT node, generation, state, detail, at FROM brand_node WHERE brand_id = ? AND at > ? ORDER BY node",
                row -> new Report(row.text(1), row.number(2), row.text(3), row.text(4), row.instant(5)),
                brandId,
                clock.instant().minus(FORGOTTEN));
    }

    /** The reports of this node are alive. */
    void alive(String node) {
        sql.update("UPDATE brand_node SET at = ? WHERE node = ?", clock.instant(), node);
    }

    /** A start begins; gives how many begun before did not end, because the portal died of them. */
    int beginStart(long releaseId, String node) {
        int before =
                (int) sql.number("SELECT attempts FROM brand_start WHERE release_id = ? AND node = ?", releaseId, node);
        Instant now = clock.instant();
        sql.update(
                "INSERT INTO brand_start (release_id, node, attempts, at) VALUES (?, ?, 1, ?)"
                        + " ON DUPLICATE KEY UPDATE attempts = attempts + 1, at = ?",
                releaseId,
                node,
                now,
                now);
        return before;
    }

    /** The start ended, well or badly. */
    void endStart(long releaseId, String node) {
        sql.update("DELETE FROM brand_start WHERE release_id = ? AND node = ?", releaseId, node);
    }
}
