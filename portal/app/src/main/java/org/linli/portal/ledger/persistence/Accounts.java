package org.linli.portal.ledger.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
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
    private static final int MAX_REMEMBERED = 50_000;

    /** Longer than a transaction lasts. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final Sql sql;

    /** An account, once opened, is never closed and keeps its id: a node may remember it. */
    private final Cache<Key, Long> known =
            Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).build();

    @Inject
    public Accounts(Sql sql) {
        this.sql = sql;
    }

    /** The ids of the accounts of that community, opening those that are not there yet. */
    public Map<AccountRef, Long> ids(long communityId, Collection<AccountRef> wanted, Instant now) {
        Map<AccountRef, Long> ids = remembered(communityId, wanted);
        if (ids.size() == wanted.size()) {
            return ids;
        }
        ids = find(communityId, wanted);
        if (ids.size() == wanted.size()) {
            remember(communityId, ids, now);
            return ids;
        }
        for (AccountRef account : wanted) {
            if (!ids.containsKey(account)) {
                open(communityId, account, now);
            }
        }
        return find(communityId, wanted);
    }

    private Map<AccountRef, Long> remembered(long communityId, Collection<AccountRef> wanted) {
        Map<AccountRef, Long> ids = new HashMap<>();
        for (AccountRef account : wanted) {
            Long id = known.getIfPresent(new Key(communityId, account));
            if (id != null) {
                ids.put(account, id);
            }
        }
        return ids;
    }

    /**
     * Others' accounts are seen after their commit only, but what this transaction opened may still be rolled back: what is
     * as young as that is not remembered. (Were it ever, the foreign key of the entry would refuse it.)
     */
    private void remember(long communityId, Map<AccountRef, Long> ids, Instant now) {
        long settled = Ids.at(now.minus(SETTLED), 0);
        ids.forEach((account, id) -> {
            if (id < settled) {
                known.put(new Key(communityId, account), id);
            }
        });
    }

    private record Key(long communityId, AccountRef account) {}

    /** The id of the account if it was ever used. */
    public @Nullable Long find(long communityId, AccountRef account) {
        return find(communityId, List.of(account)).get(account);
    }

    /** Takes the amount out if it is there; the condition and the change are one statement. */
    public boolean debit(long accountId, long amount) {
        return sql.take(
                "UPDATE member_balance SET balance = balance - ? WHERE account_id = ? AND balance >= ?",
                amount,
                accountId);
    }

    /** Puts the amount in. */
    public void credit(long accountId, long amount) {
        if (!sql.add("UPDATE member_balance SET balance = balance + ? WHERE account_id = ?", amount, accountId)) {
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
