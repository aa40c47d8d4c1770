package org.linli.portal.ledger.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.portal.ledger.AccountKind;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;

/** Balances of the communities' own accounts, which have no row of their own: what was summed before, and the rest. */
@ApplicationScoped
public class Rollups {
    private final Sql sql;

    @Inject
    public Rollups(Sql sql) {
        this.sql = sql;
    }

    /** What the account holds, hundredths of a point: one statement, so that a roll-up between is seen whole or not. */
    public long balance(long communityId, AccountKind kind) {
        return sql.number(
                "SELECT COALESCE(r.total, 0) + COALESCE((SELECT SUM(e.amount) FROM ledger_entry e"
                        + " WHERE e.account_id = a.id AND e.transaction_id > COALESCE(r.up_to, 0)), 0)"
                        + " FROM points_account a LEFT JOIN account_rollup r ON r.account_id = a.id"
                        + " WHERE a.community_id = ? AND a.kind = ? AND a.owner_id = 0",
                communityId,
                kind);
    }

    /** Ids of the accounts that communities have. */
    public List<Long> accounts() {
        return sql.list("SELECT id FROM points_account WHERE kind <> 'MEMBER' ORDER BY id", row -> row.number(1));
    }

    /**
     * Sums the entries up to that transaction, from where the last time ended. Safe at two nodes at once: whoever comes
     * second changes nothing.
     *
     * @param upTo id of a transaction; all up to it are committed
     */
    public void rollUp(long accountId, long upTo) {
        long before = sql.number("SELECT up_to FROM account_rollup WHERE account_id = ?", accountId);
        if (before >= upTo) {
            return;
        }
        long sum = sql.number(
                "SELECT COALESCE(SUM(amount), 0) FROM ledger_entry WHERE account_id = ? AND transaction_id > ?"
                        + " AND transaction_id <= ?",
                accountId,
                before,
                upTo);
        if (before == 0) {
            begin(accountId, upTo, sum);
        } else {
            sql.update(
                    "UPDATE account_rollup SET total = total + ?, up_to = ? WHERE account_id = ? AND up_to = ?",
                    sum,
                    upTo,
                    accountId,
                    before);
        }
    }

    private void begin(long accountId, long upTo, long sum) {
        try {
            sql.update("INSERT INTO account_rollup (account_id, up_to, total) VALUES (?, ?, ?)", accountId, upTo, sum);
        } catch (IllegalStateException e) {
            if (!SqlFailure.isDuplicate(e, null)) {
                throw e;
            }
        }
    }
}
