package org.linli.portal.ledger.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.Journal;
import org.linli.portal.ledger.Posting.Fact;
import org.linli.portal.ledger.Reason;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;

/** Transactions and their entries: inserted, read, and nothing else (domain.md, invariant 1). */
@ApplicationScoped
public class Transactions {
    private final Sql sql;
    private final Journal journal;

    @Inject
    public Transactions(Sql sql, Journal journal) {
        this.sql = sql;
        this.journal = journal;
    }

    /**
     * A transaction as it is kept.
     *
     * @param receipt JSON or null
     */
    public record Kept(
            long id,
            long communityId,
            Fact fact,
            @Nullable Long reversesId,
            Instant postedAt,
            @Nullable Long postedBy,
            @Nullable String receipt) {}

    /**
     * Inserts a transaction and notes it for the journal.
     *
     * @return false when its fact was posted before (or the other one reversed before)
     */
    public boolean insert(Kept kept) {
        try {
            sql.update(
                    "INSERT INTO points_transaction (id, community_id, reason, source_id, reverses_id, posted_at,"
                            + " posted_by, receipt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    kept.id(),
                    kept.communityId(),
                    kept.fact().reason(),
                    kept.fact().sourceId(),
                    kept.reversesId(),
                    kept.postedAt(),
                    kept.postedBy(),
                    kept.receipt());
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, "points_transaction_")) {
                return false;
            }
            throw e;
        }
        journal.note(Journal.Kind.POINTS, kept.id(), kept.communityId());
        return true;
    }

    /** Inserts the entries of a transaction, all in one statement. */
    public void insertEntries(long transactionId, Map<Long, Long> amountByAccount) {
        StringBuilder insert =
                new StringBuilder("INSERT INTO ledger_entry (transaction_id, line, account_id, amount) VALUES ");
        List<Object> parameters = new ArrayList<>();
        int line = 0;
        for (Map.Entry<Long, Long> entry : amountByAccount.entrySet()) {
            insert.append(line == 0 ? "(?, ?, ?, ?)" : ", (?, ?, ?, ?)");
            parameters.addAll(List.of(transactionId, ++line, entry.getKey(), entry.getValue()));
        }
        sql.update(insert.toString(), parameters.toArray());
    }

    /** The id of the transaction that posted the fact. */
    public Optional<Long> find(Fact fact) {
        return sql.first(
                "SELECT id FROM points_transaction WHERE reason = ? AND source_id = ?",
                row -> row.number(1),
                fact.reason(),
                fact.sourceId());
    }

    /** The transaction with that id. */
    public Optional<Kept> find(long id) {
        return sql.first(
                "SELECT id, community_id, reason, source_id, reverses_id, posted_at, posted_by, receipt"
                        + " FROM points_transaction WHERE id = ?",
                row -> new Kept(
                        row.number(1),
                        row.number(2),
                        new Fact(row.constant(3, Reason.class), row.number(4)),
                        row.numberOrNull(5),
                        row.instant(6),
                        row.numberOrNull(7),
                        row.textOrNull(8)),
                id);
    }

    /** The amounts of a transaction by account id. */
    public Map<Long, Long> entries(long transactionId) {
        return amounts("SELECT account_id, amount FROM ledger_entry WHERE transaction_id = ?", transactionId);
    }

    /** The same for the accounts of members alone. */
    public Map<Long, Long> memberEntries(long transactionId) {
        return amounts(
                "SELECT e.account_id, e.amount FROM ledger_entry e JOIN points_account a ON a.id = e.account_id"
                        + " WHERE e.transaction_id = ? AND a.kind = 'MEMBER'",
                transactionId);
    }

    private Map<Long, Long> amounts(String query, long transactionId) {
        Map<Long, Long> amounts = new HashMap<>();
        sql.list(query, row -> Map.entry(row.number(1), row.number(2)), transactionId)
                .forEach(entry -> amounts.put(entry.getKey(), entry.getValue()));
        return amounts;
    }
}
