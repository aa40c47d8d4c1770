package org.linli.portal.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.linli.portal.ledger.persistence.Rollups;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** Reads balances and statements. Knows no callers: whoever shows them to somebody checks that first. */
@ApplicationScoped
public class LedgerQueries {
    private static final String MOVEMENT = "SELECT t.id, t.community_id, a.owner_id, t.reason, t.source_id, e.amount,"
            + " t.posted_at, t.posted_by, t.receipt, t.reverses_id, r.id FROM points_account a"
            + " JOIN ledger_entry e ON e.account_id = a.id"
            + " JOIN points_transaction t ON t.id = e.transaction_id"
            + " LEFT JOIN points_transaction r ON r.reverses_id = t.id WHERE a.kind = 'MEMBER' AND ";

    private final Sql sql;
    private final Rollups rollups;

    @Inject
    public LedgerQueries(Sql sql, Rollups rollups) {
        this.sql = sql;
        this.rollups = rollups;
    }

    /** What a member has in that community. */
    public Balances balances(long communityId, long personId) {
        return sql.first(
                        "SELECT b.balance,"
                                + " (SELECT COALESCE(SUM(h.amount), 0) FROM points_hold h"
                                + " WHERE h.account_id = a.id AND h.status = 'OPEN'),"
                                + sum("'SERVICE', 'AWARD', 'BRAND', 'NOMINATION', 'REVERSAL'") + ","
                                + " (SELECT COALESCE(SUM(h.amount), 0) FROM points_hold h"
                                + " WHERE h.account_id = a.id AND h.status = 'CAPTURED'),"
                                + sum("'GIFT'") + "," + sum("'DONATION'") + "," + sum("'EXPIRY'")
                                + " FROM points_account a JOIN member_balance b ON b.account_id = a.id"
                                + " LEFT JOIN ledger_entry e ON e.account_id = a.id"
                                + " LEFT JOIN points_transaction t ON t.id = e.transaction_id"
                                + " WHERE a.community_id = ? AND a.kind = 'MEMBER' AND a.owner_id = ?"
                                + " GROUP BY a.id, b.balance",
                        row -> new Balances(
                                row.number(1),
                                row.number(2),
                                row.number(3),
                                row.number(4),
                                row.number(5),
                                -row.number(6),
                                -row.number(7)),
                        communityId,
                        personId)
                .orElse(Balances.NONE);
    }

    private static String sum(String reasons) {
        return " COALESCE(SUM(CASE WHEN t.reason IN (" + reasons + ") THEN e.amount END), 0)";
    }

    /** What a member may spend in that community, hundredths of a point. */
    public long available(long communityId, long personId) {
        return sql.number(
                "SELECT b.balance FROM points_account a JOIN member_balance b ON b.account_id = a.id"
                        + " WHERE a.community_id = ? AND a.kind = 'MEMBER' AND a.owner_id = ?",
                communityId,
                personId);
    }

    /** What one of the community's own accounts holds, hundredths: the sum of its entries. */
    public long common(long communityId, AccountKind kind) {
        return rollups.balance(communityId, kind);
    }

    /** What all members of the community together may spend, hundredths. */
    public long ofMembers(long communityId) {
        return sql.number(
                "SELECT COALESCE(SUM(b.balance), 0) FROM points_account a JOIN member_balance b ON b.account_id = a.id"
                        + " WHERE a.community_id = ? AND a.kind = 'MEMBER'",
                communityId);
    }

    /** What is reserved for redemptions of the community, hundredths. */
    public long held(long communityId) {
        return sql.number(
                "SELECT COALESCE(SUM(h.amount), 0) FROM points_hold h JOIN points_account a ON a.id = h.account_id"
                        + " WHERE a.community_id = ? AND h.status = 'OPEN'",
                communityId);
    }

    /** The movements of a member's account, newest first. */
    public Page<Movement> statement(long communityId, long personId, Window window) {
        List<Movement> rows = sql.list(
                MOVEMENT + "a.community_id = ? AND a.owner_id = ? AND e.transaction_id < ?"
                        + " ORDER BY e.transaction_id DESC LIMIT ?",
                LedgerQueries::movement,
                communityId,
                personId,
                window.before(),
                window.fetchSize());
        return Page.of(rows, window, Movement::id);
    }

    /** The member's side of a transaction; empty when there is none, or when no member takes part in it. */
    public Optional<Movement> movement(long transactionId) {
        return sql.first(MOVEMENT + "e.transaction_id = ?", LedgerQueries::movement, transactionId);
    }

    /** Movements of all members of a community that somebody gave or took back by hand, newest first. */
    public Page<Movement> granted(long communityId, Window window) {
        List<Movement> rows = sql.list(
                MOVEMENT
                        + "t.community_id = ? AND t.reason IN ('AWARD', 'BRAND', 'NOMINATION', 'REVERSAL') AND t.id < ?"
                        + " ORDER BY t.id DESC LIMIT ?",
                LedgerQueries::movement,
                communityId,
                window.before(),
                window.fetchSize());
        return Page.of(rows, window, Movement::id);
    }

    /** Points that were captured in a community from one instant (included) to another, hundredths. */
    public long captured(long communityId, Instant from, Instant to) {
        return sql.number(
                "SELECT COALESCE(SUM(e.amount), 0) FROM points_transaction t"
                        + " JOIN ledger_entry e ON e.transaction_id = t.id"
                        + " JOIN points_account a ON a.id = e.account_id"
                        + " WHERE t.community_id = ? AND t.posted_at >= ? AND t.posted_at < ?"
                        + " AND t.reason = 'CAPTURE' AND a.kind = 'REDEEMED'",
                communityId,
                from,
                to);
    }

    private static Movement movement(Sql.Row row) throws SQLException {
        return new Movement(
                row.number(1),
                row.number(2),
                row.number(3),
                row.constant(4, Reason.class),
                row.number(5),
                row.number(6),
                row.instant(7),
                row.numberOrNull(8),
                Receipt.ofJson(row.textOrNull(9)),
                row.numberOrNull(10),
                row.numberOrNull(11));
    }
}
