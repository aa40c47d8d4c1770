package org.linli.portal.orders.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.linli.journal.JournalEntry;
import org.linli.portal.ledger.Journal.Kind;
import org.linli.portal.ledger.JournalFacts;
import org.linli.portal.platform.persistence.Sql;

/** The legal time record for the journal: every field of a record; the reason of a correction as its digest. */
@ApplicationScoped
public class ServiceFacts implements JournalFacts {
    private static final String RECORD =
            "SELECT id, community_id, volunteer_id, item_id, started_at, ended_at, minutes,"
                    + " evidence, recorded_at, correction_no, reason, order_id, back_entry_id, resident_id, reverses_id,"
                    + " replaces_id, correction_id, entered_by, approved_by FROM service_record WHERE id IN (";
    private static final int FIRST_OPTIONAL = 12;
    private static final String[] OPTIONAL = {
        "order", "backEntry", "resident", "reverses", "replaces", "correction", "enteredBy", "approvedBy"
    };

    private final Sql sql;

    @Inject
    public ServiceFacts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Kind kind() {
        return Kind.SERVICE;
    }

    @Override
    public Map<Long, Map<String, Object>> read(Collection<Long> ids) {
        Map<Long, Map<String, Object>> facts = new HashMap<>();
        if (!ids.isEmpty()) {
            String these = String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
            sql.list(RECORD + these, ServiceFacts::fact, ids.toArray())
                    .forEach(fact -> facts.put(fact.getKey(), fact.getValue()));
        }
        return facts;
    }

    private static Map.Entry<Long, Map<String, Object>> fact(Sql.Row row) throws SQLException {
        Map<String, Object> fact = new TreeMap<>();
        fact.put("community", String.valueOf(row.number(2)));
        fact.put("volunteer", String.valueOf(row.number(3)));
        fact.put("item", String.valueOf(row.number(4)));
        fact.put("startedAt", JournalEntry.instant(row.instant(5)));
        fact.put("endedAt", JournalEntry.instant(row.instant(6)));
        fact.put("minutes", row.number(7));
        fact.put("evidence", row.text(8));
        fact.put("recordedAt", JournalEntry.instant(row.instant(9)));
        if (row.number(10) != 0) {
            fact.put("correctionNo", row.number(10));
        }
        if (!row.text(11).isEmpty()) {
            fact.put("reasonSha256", JournalEntry.sha256(row.text(11)));
        }
        for (int i = 0; i < OPTIONAL.length; i++) {
            Long id = row.numberOrNull(FIRST_OPTIONAL + i);
            if (id != null) {
                fact.put(OPTIONAL[i], id.toString());
            }
        }
        return Map.entry(row.number(1), fact);
    }

    @Override
    public Optional<Long> unnoted(long communityId) {
        return sql.first(
                "SELECT s.id FROM service_record s WHERE s.community_id = ?"
                        + " AND NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.kind = 'SERVICE' AND e.source_id = s.id)"
                        + " AND NOT EXISTS (SELECT 1 FROM journal_pending p WHERE p.community_id = s.community_id"
                        + " AND p.kind = 'SERVICE' AND p.source_id = s.id) ORDER BY s.id LIMIT 1",
                row -> row.number(1),
                communityId);
    }
}
