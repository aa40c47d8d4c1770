package org.linli.portal.ledger.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.AccountKind;
import org.linli.portal.ledger.AccountRef;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;

/** Accounts and the balances of members. */
@ApplicationScoped
public class Accounts {
    private final Sql sql;

    @Inject
    public Accounts(Sql sql) {
        this.sql = sql;
    }

    /** The ids of the accounts of that community, opening those that are not there yet. */
    public Map<AccountRef, Long> ids(long communityId, Collection<AccountRef> wanted, Instant now) {
        Map<AccountRef, Long> ids = find(communityId, wanted);
        if (ids.size() == wanted.size()) {
            return ids;
        }
        for (AccountRef account : wanted) {
            if (!ids.containsKey(account)) {
                open(communityId, account, now);
            }
        }
        return find(communityId, wanted);
    }

    /** The id of the account if it was ever used. */
    public @Nullable Long find(long communityId, AccountRef account) {
        return find(communityId, List.of(account)).get(account);
    }

    /** Takes the amount out if it is there; the condition and the change are one statement. */
    public boolean debit(long accountId, long amount) {
        return sql.update(
                        "UPDATE member_balance SET balance = balance - ? WHERE account_id = ? AND balance >= ?",
                        amount,
                        accountId,
                        amount)
                == 1;
    }

    /** Puts the amount in. */
    public void credit(long accountId, long amount) {
        if (sql.update("UPDATE member_balance SET balance = balance + ? WHERE account_id = ?", amount, accountId)
                != 1) {
            throw new IllegalStateException("no balance row for account " + accountId);
        }
    }

    /** What the member may spend, hundredths of a point. */
    public long balance(long accountId) {
        return sql.number("SELECT balance FROM member_balance WHERE account_id = ?", accountId);
    }

    private Map<AccountRef, Long> find(long communityId, Collection<AccountRef> wanted) {
        StringBuilder query =
                new StringBuilder("SELECT id, kind, owner_id FROM points_account WHERE community_id = ? AND (");
        List<Object> parameters = new ArrayList<>(List.of(communityId));
        String or = "";
        for (AccountRef account : wanted) {
            query.append(or).append("(kind = ? AND owner_id = ?)");
            parameters.add(account.kind());
            parameters.add(account.ownerId());
            or = " OR ";
        }
        Map<AccountRef, Long> ids = new HashMap<>();
        sql.list(
                        query.append(')').toString(),
                        row -> Map.entry(
                                new AccountRef(row.constant(2, AccountKind.class), row.number(3)), row.number(1)),
                        parameters.toArray())
                .forEach(found -> ids.put(found.getKey(), found.getValue()));
        return ids;
    }

    /** Who comes second waits at the unique key until the first has committed, and then finds the account there. */
    private void open(long communityId, AccountRef account, Instant now) {
        long id = Ids.next();
        try {
            sql.update(
                    "INSERT INTO points_account (id, community_id, kind, owner_id, opened_at) VALUES (?, ?, ?, ?, ?)",
                    id,
                    communityId,
                    account.kind(),
                    account.ownerId(),
                    now);
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, "points_account_once")) {
                return;
            }
            throw e;
        }
        if (account.kind() == AccountKind.MEMBER) {
            sql.update("INSERT INTO member_balance (account_id, balance) VALUES (?, 0)", id);
        }
    }
}
