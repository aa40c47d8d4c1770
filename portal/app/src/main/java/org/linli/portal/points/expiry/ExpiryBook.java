package org.linli.portal.points.expiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.points.expiry.Announcement.Owner;

/** What was announced to expire, and what accounts hold of which age. */
@ApplicationScoped
public class ExpiryBook {
    /** What came into an account: all that is positive, but points that only came back. What was taken back never came. */
    private static final String CAME = " JOIN ledger_entry e ON e.account_id = a.id AND e.amount > 0"
            + " JOIN points_transaction t ON t.id = e.transaction_id AND t.reason NOT IN ('RELEASE', 'REVERSAL')"
            + " LEFT JOIN points_transaction r ON r.reverses_id = t.id";

    private static final String ANNOUNCEMENT =
            "SELECT id, community_id, account_id, person_id, due_on, cutoff, announced,"
                    + " expires_on FROM points_expiry WHERE settled_at IS NULL AND ";

    private final Sql sql;
    private final Clock clock;

    @Inject
    public ExpiryBook(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What an account holds that is too old.
     *
     * @param amount hundredths of a point
     */
    public record Aged(Owner owner, long amount) {}

    /** Something that came into an account. */
    public record Income(Instant at, long amount) {}

    /** Members whose account has an id above that one, in its order, with what they hold from before the cutoff. */
    public List<Aged> aged(long communityId, Instant cutoff, long aboveAccount, int limit) {
        return sql.list(
                "SELECT a.id, a.owner_id, b.balance, SUM(e.amount), SUM(CASE WHEN t.posted_at < ? THEN e.amount ELSE 0"
                        + " END) FROM points_account a JOIN member_balance b ON b.account_id = a.id" + CAME
                        + " WHERE a.community_id = ? AND a.kind = 'MEMBER' AND a.id > ? AND b.balance > 0"
                        + " AND r.id IS NULL GROUP BY a.id, a.owner_id, b.balance ORDER BY a.id LIMIT ?",
                row -> new Aged(
                        new Owner(communityId, row.number(1), row.number(2)),
                        Expirable.amount(row.number(5), row.number(4), row.number(3))),
                cutoff,
                communityId,
                aboveAccount,
                limit);
    }

    /** The same for one account, whose balance stays as it is until this transaction ends. */
    public long agedForGood(long accountId, Instant cutoff) {
        long available = sql.number("SELECT balance FROM member_balance WHERE account_id = ? FOR UPDATE", accountId);
        return sql.first(
                        "SELECT SUM(e.amount), SUM(CASE WHEN t.posted_at < ? THEN e.amount ELSE 0 END)"
                                + " FROM points_account a" + CAME + " WHERE a.id = ? AND r.id IS NULL",
                        row -> Expirable.amount(row.number(2), row.number(1), available),
                        cutoff,
                        accountId)
                .orElse(0L);
    }

    /** All that came into a member's account, oldest first. */
    public List<Income> incomes(long communityId, long personId) {
        return sql.list(
                "SELECT t.posted_at, e.amount FROM points_account a" + CAME
                        + " WHERE a.community_id = ? AND a.kind = 'MEMBER' AND a.owner_id = ? AND r.id IS NULL"
                        + " ORDER BY t.posted_at",
                row -> new Income(row.instant(1), row.number(2)),
                communityId,
                personId);
    }

    /** What is announced for an account and has not expired yet, hundredths. */
    public long pending(long accountId) {
        return sql.number(
                "SELECT COALESCE(SUM(announced), 0) FROM points_expiry WHERE account_id = ? AND settled_at IS NULL",
                accountId);
    }

    /** The announcements for a member that have not come true yet, the nearest first. */
    public List<Announcement> announced(long communityId, long personId) {
        return sql.list(
                ANNOUNCEMENT + "community_id = ? AND person_id = ? ORDER BY expires_on, due_on",
                ExpiryBook::announcement,
                communityId,
                personId);
    }

    /** Writes an announcement; false when there is one for that account and due date. */
    public boolean announce(Announcement announcement) {
        try {
            sql.update(
                    "INSERT INTO points_expiry (id, community_id, account_id, person_id, due_on, cutoff, announced,"
                            + " announced_at, expires_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    announcement.id(),
                    announcement.owner().communityId(),
                    announcement.owner().accountId(),
                    announcement.owner().personId(),
                    announcement.dueOn(),
                    announcement.cutoff(),
                    announcement.amount(),
                    clock.instant(),
                    announcement.expiresOn());
            return true;
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, "points_expiry_once")) {
                return false;
            }
            throw e;
        }
    }

    /** Announcements whose day has come, the oldest first. */
    public List<Announcement> due(LocalDate today, int limit) {
        return sql.list(
                ANNOUNCEMENT + "expires_on <= ? ORDER BY expires_on, id LIMIT ?",
                ExpiryBook::announcement,
                today,
                limit);
    }

    /** The announcement with that id if it has not come true yet. */
    public Optional<Announcement> find(long id) {
        return sql.first(ANNOUNCEMENT + "id = ?", ExpiryBook::announcement, id);
    }

    /** Takes an announcement for this transaction; whoever comes second gets false. */
    public boolean take(long id) {
        return sql.update(
                        "UPDATE points_expiry SET settled_at = ? WHERE id = ? AND settled_at IS NULL",
                        clock.instant(),
                        id)
                == 1;
    }

    /** Keeps what became of it. */
    public void settle(long id, long amount, @Nullable Long transactionId) {
        sql.update("UPDATE points_expiry SET amount = ?, transaction_id = ? WHERE id = ?", amount, transactionId, id);
    }

    private static Announcement announcement(Sql.Row row) throws SQLException {
        return new Announcement(
                row.number(1),
                new Owner(row.number(2), row.number(3), row.number(4)),
                LocalDate.parse(row.text(5)),
                row.instant(6),
                row.number(7),
                LocalDate.parse(row.text(8)));
    }
}
