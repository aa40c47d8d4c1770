package org.linli.portal.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.linli.journal.JournalEntry;
import org.linli.portal.ledger.Journal.Kind;
import org.linli.portal.ledger.JournalFacts;
import org.linli.portal.platform.persistence.Sql;

/** Transactions of the points ledger, with their entries in the order of lines. */
@ApplicationScoped
public class PointsFacts implements JournalFacts {
    private final Sql sql;

    @Inject
    public PointsFacts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Kind kind() {
        return Kind.POINTS;
    }

    @Override
    public Map<Long, Map<String, Object>> read(Collection<Long> ids) {
        Map<Long, Map<String, Object>> facts = new HashMap<>();
        if (ids.isEmpty()) {
            return facts;
        }
        String these = " IN (" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
        Object[] parameters = ids.toArray();
        sql.list(
                        "SELECT id, community_id, reason, source_id, reverses_id, posted_at, posted_by, receipt"
                                + " FROM points_transaction WHERE id" + these,
                        PointsFacts::transaction,
                        parameters)
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue()));
        Map<Long, List<Object>> lines = new HashMap<>();
        sql.list(
                        "SELECT e.transaction_id, a.kind, a.owner_id, e.amount FROM ledger_entry e"
                                + " JOIN points_account a ON a.id = e.account_id WHERE e.transaction_id" + these
                                + " ORDER BY e.transaction_id, e.line",
                        row -> Map.entry(row.number(1), line(row)),
                        parameters)
                .forEach(line -> lines.computeIfAbsent(line.getKey(), id -> new ArrayList<>())
                        .add(line.getValue()));
        facts.forEach((id, fact) -> fact.put("entries", lines.getOrDefault(id, List.of())));
        return facts;
    }

    private static Map.Entry<Long, Map<String, Object>> transaction(Sql.Row row) throws SQLException {
        Map<String, Object> fact = new TreeMap<>();
        fact.put("community", String.valueOf(row.number(2)));
        fact.put("reason", row.text(3));
        fact.put("source", String.valueOf(row.number(4)));
        Long reverses = row.numberOrNull(5);
        if (reverses != null) {
            fact.put("reverses", reverses.toString());
        }
        fact.put("at", JournalEntry.instant(row.instant(6)));
        Long by = row.numberOrNull(7);
        if (by != null) {
            fact.put("by", by.toString());
        }
        String receipt = row.textOrNull(8);
        if (receipt != null) {
            fact.put("receiptSha256", JournalEntry.sha256(receipt));
        }
        return Map.entry(row.number(1), fact);
    }

    private static Map<String, Object> line(Sql.Row row) throws SQLException {
        Map<String, Object> line = new TreeMap<>();
        line.put("account", row.text(2));
        if (row.number(3) != 0) {
            line.put("owner", String.valueOf(row.number(3)));
        }
        line.put("amount", row.number(4));
        return line;
    }

    @Override
    public Optional<Long> unnoted(long communityId) {
        return sql.first(
                "SELECT t.id FROM points_transaction t WHERE t.community_id = ?"
                        + " AND NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.kind = 'POINTS' AND e.source_id = t.id)"
                        + " AND NOT EXISTS (SELECT 1 FROM journal_pending p WHERE p.community_id = t.community_id"
                        + " AND p.kind = 'POINTS' AND p.source_id = t.id) ORDER BY t.id LIMIT 1",
                row -> row.number(1),
                communityId);
    }
}
