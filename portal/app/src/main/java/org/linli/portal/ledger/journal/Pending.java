package org.linli.portal.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.Journal.Kind;
import org.linli.portal.platform.persistence.Sql;

/** Facts that are committed and not in the chain yet: the tail. */
@ApplicationScoped
public class Pending {
    private final Sql sql;

    @Inject
    public Pending(Sql sql) {
        this.sql = sql;
    }

    /** A fact that waits. */
    record Fact(Kind kind, long sourceId) {}

    /**
     * How long the tail is.
     *
     * @param count facts that wait
     * @param oldest since when the first of them waits, null when none does
     */
    public record Tail(long count, @Nullable Instant oldest) {}

    /** Communities of which facts wait. */
    List<Long> communities() {
        return sql.list("SELECT DISTINCT community_id FROM journal_pending", row -> row.number(1));
    }

    /** Facts of a community that wait, the oldest first. One statement: what it sees was committed when it began. */
    List<Fact> first(long communityId, int limit) {
        return sql.list(
                "SELECT kind, source_id FROM journal_pending WHERE community_id = ?"
                        + " ORDER BY entered_at, source_id, kind LIMIT ?",
                row -> new Fact(row.constant(1, Kind.class), row.number(2)),
                communityId,
                limit);
    }

    /**
     * Takes facts out. By the key alone: whoever notes further facts at the same time is not waited for, as a scan of the
     * table would.
     */
    void remove(long communityId, Kind kind, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        List<Object> parameters = new ArrayList<>(List.of(communityId, kind));
        parameters.addAll(ids);
        int removed = sql.update(
                "DELETE journal_pending FROM journal_pending FORCE INDEX (PRIMARY)"
                        + " WHERE community_id = ? AND kind = ? AND source_id IN ("
                        + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")",
                parameters.toArray());
        if (removed != ids.size()) {
            throw new IllegalStateException(removed + " of " + ids.size() + " facts waited to be sealed");
        }
    }

    /** The tail of a community. */
    Tail tail(long communityId) {
        return sql.first(
                        "SELECT COUNT(*), MIN(entered_at) FROM journal_pending WHERE community_id = ?",
                        row -> new Tail(row.number(1), row.instantOrNull(2)),
                        communityId)
                .orElseThrow();
    }

    /** The tail of all communities together. */
    Tail tail() {
        return sql.first(
                        "SELECT COUNT(*), MIN(entered_at) FROM journal_pending",
                        row -> new Tail(row.number(1), row.instantOrNull(2)))
                .orElseThrow();
    }

    /** How many facts wait, by community; the key is read in its order. */
    Map<Long, Long> lengths() {
        return sql
                .list(
                        "SELECT community_id, COUNT(*) FROM journal_pending GROUP BY community_id",
                        row -> Map.entry(row.number(1), row.number(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Communities whose oldest fact waits since before that time. */
    List<Long> late(Instant before) {
        return sql.list(
                "SELECT community_id FROM journal_pending GROUP BY community_id HAVING MIN(entered_at) < ?",
                row -> row.number(1),
                before);
    }
}
