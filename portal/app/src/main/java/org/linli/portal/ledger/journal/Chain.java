package org.linli.portal.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.journal.JournalEntry;
import org.linli.portal.ledger.Journal.Kind;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;

/** Rows of the chain, its end and the days' roots: inserted and read; only the end moves. Hashes are hexadecimal here. */
@ApplicationScoped
public class Chain {
    private static final HexFormat HEX = HexFormat.of();
    private static final String HEAD = "SELECT seq, hash, sealed_at FROM journal_head WHERE community_id = ?";

    private final Sql sql;

    @Inject
    public Chain(Sql sql) {
        this.sql = sql;
    }

    /**
     * The end of a chain.
     *
     * @param seq 0 before the first entry
     * @param notBefore of the last entry, or the end of the last day that was closed: nothing is sealed earlier
     */
    public record Head(long seq, String hash, Instant notBefore) {}

    /** An entry as it is kept: all but what its fact says. */
    record Row(long seq, Kind kind, long sourceId, Instant sealedAt, boolean settled, String hash) {}

    /** Where the chain ended when that day ended. */
    public record DayRoot(LocalDate day, long seq, String hash) {}

    /** The end of a chain, empty before anything was sealed. */
    Optional<Head> head(long communityId) {
        return sql.first(HEAD, Chain::head, communityId);
    }

    /** The end of a chain, locked until the transaction ends: it is about to move. */
    Head lock(long communityId) {
        Optional<Head> locked = sql.first(HEAD + " FOR UPDATE", Chain::head, communityId);
        return locked.orElseGet(() -> {
            begin(communityId);
            return sql.first(HEAD + " FOR UPDATE", Chain::head, communityId).orElseThrow();
        });
    }

    /** Who comes second waits at the key until the first has committed, and then finds it there. */
    private void begin(long communityId) {
        try {
            sql.update(
                    "INSERT INTO journal_head (community_id, seq, hash, sealed_at) VALUES (?, 0, ?, ?)",
                    communityId,
                    HEX.parseHex(JournalEntry.BEGINNING),
                    Instant.EPOCH);
        } catch (IllegalStateException e) {
            if (!SqlFailure.isDuplicate(e, null)) {
                throw e;
            }
        }
    }

    private static Head head(Sql.Row row) throws SQLException {
        return new Head(row.number(1), HEX.formatHex(row.bytes(2)), row.instant(3));
    }

    /** Appends entries and moves the end behind them. */
    void append(long communityId, List<Row> rows) {
        StringBuilder insert = new StringBuilder(
                "INSERT INTO journal_entry (community_id, seq, kind, source_id, sealed_at, settled, hash) VALUES ");
        List<Object> parameters = new ArrayList<>();
        String comma = "";
        for (Row row : rows) {
            insert.append(comma).append("(?, ?, ?, ?, ?, ?, ?)");
            parameters.addAll(List.of(communityId, row.seq(), row.kind(), row.sourceId(), row.sealedAt()));
            parameters.addAll(List.of(row.settled(), HEX.parseHex(row.hash())));
            comma = ", ";
        }
        sql.update(insert.toString(), parameters.toArray());
        Row last = rows.get(rows.size() - 1);
        sql.update(
                "UPDATE journal_head SET seq = ?, hash = ?, sealed_at = ? WHERE community_id = ?",
                last.seq(),
                HEX.parseHex(last.hash()),
                last.sealedAt(),
                communityId);
    }

    /** Entries behind that one, at most so many, in their order. */
    List<Row> after(long communityId, long seq, int limit) {
        return sql.list(
                "SELECT seq, kind, source_id, sealed_at, settled, hash FROM journal_entry"
                        + " WHERE community_id = ? AND seq > ? ORDER BY seq LIMIT ?",
                row -> new Row(
                        row.number(1),
                        row.constant(2, Kind.class),
                        row.number(3),
                        row.instant(4),
                        row.flag(5),
                        HEX.formatHex(row.bytes(6))),
                communityId,
                seq,
                limit);
    }

    /** When the first entry was sealed. */
    Optional<Instant> beginning(long communityId) {
        return sql.first(
                "SELECT sealed_at FROM journal_entry WHERE community_id = ? ORDER BY seq LIMIT 1",
                row -> row.instant(1),
                communityId);
    }

    /** The last entry that was sealed before that time. */
    Optional<DayRoot> rootBefore(long communityId, LocalDate day, Instant end) {
        return sql.first(
                "SELECT seq, hash FROM journal_entry WHERE community_id = ? AND sealed_at < ? ORDER BY seq DESC LIMIT 1",
                row -> new DayRoot(day, row.number(1), HEX.formatHex(row.bytes(2))),
                communityId,
                end);
    }

    /** The last day whose root was published. */
    @Nullable
    LocalDate lastDay(long communityId) {
        return sql.first(
                        "SELECT day FROM journal_day WHERE community_id = ? ORDER BY day DESC LIMIT 1",
                        row -> LocalDate.parse(row.text(1)),
                        communityId)
                .orElse(null);
    }

    /** Publishes a day's root. From then on nothing is sealed into that day: the end of the chain says so itself. */
    void publish(long communityId, DayRoot root, Instant end, Instant now) {
        sql.update(
                "UPDATE journal_head SET sealed_at = GREATEST(sealed_at, ?) WHERE community_id = ?", end, communityId);
        sql.update(
                "INSERT INTO journal_day (community_id, day, seq, hash, closed_at) VALUES (?, ?, ?, ?, ?)",
                communityId,
                root.day().toString(),
                root.seq(),
                HEX.parseHex(root.hash()),
                now);
    }

    /** The days' roots, newest first. */
    List<DayRoot> days(long communityId, int limit) {
        return sql.list(
                "SELECT day, seq, hash FROM journal_day WHERE community_id = ? ORDER BY day DESC LIMIT ?",
                row -> new DayRoot(LocalDate.parse(row.text(1)), row.number(2), HEX.formatHex(row.bytes(3))),
                communityId,
                limit);
    }

    /** Chains whose day before that one was not closed yet. */
    List<Long> notClosed(LocalDate yesterday) {
        return sql.list(
                "SELECT h.community_id FROM journal_head h WHERE h.seq > 0 AND NOT EXISTS (SELECT 1 FROM journal_day d"
                        + " WHERE d.community_id = h.community_id AND d.day >= ?)",
                row -> row.number(1),
                yesterday.toString());
    }
}
