package org.linli.portal.points;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.linli.portal.ledger.LedgerQueries;
import org.linli.portal.ledger.Movement;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** Reads wallets, for their owners, and what a community gave, for those who administer it. */
@ApplicationScoped
public class PointsQueries {
    private static final Set<Role> READERS = Set.of(Role.COMMUNITY_ADMIN, Role.AUDITOR);

    private final Caller caller;
    private final LedgerQueries ledger;
    private final Sql sql;

    @Inject
    public PointsQueries(Caller caller, LedgerQueries ledger, Sql sql) {
        this.caller = caller;
        this.ledger = ledger;
        this.sql = sql;
    }

    /** The caller's wallet in their community. */
    public Wallet wallet() {
        long person = caller.personId();
        return sql.first(
                        "SELECT COALESCE(SUM(minutes), 0), COALESCE(SUM(SIGN(minutes)), 0) FROM service_record WHERE volunteer_id = ?",
                        row -> new Wallet(ledger.balances(caller.communityId(), person), row.number(1), row.number(2)),
                        person)
                .orElseThrow();
    }

    /** The caller's movements, newest first. */
    public Page<Movement> statement(Window window) {
        return ledger.statement(caller.communityId(), caller.personId(), window);
    }

    /**
     * What the caller's services earned, newest first.
     *
     * @param nothingOnly only those that earned nothing, and why
     */
    public Page<Earned> earned(boolean nothingOnly, Window window) {
        List<Earned> rows = sql.list(
                "SELECT s.record_id, s.served_on, s.amount, t.id, COALESCE(s.receipt, t.receipt),"
                        + " s.reversed_at IS NOT NULL FROM service_points s LEFT JOIN points_transaction t"
                        + " ON t.reason = 'SERVICE' AND t.source_id = s.record_id"
                        + " WHERE s.person_id = ? AND s.record_id < ? AND (s.amount = 0 OR NOT ?)"
                        + " ORDER BY s.record_id DESC LIMIT ?",
                row -> new Earned(
                        row.number(1),
                        LocalDate.parse(row.text(2)),
                        row.number(3),
                        row.numberOrNull(4),
                        Receipt.ofJson(row.textOrNull(5)),
                        row.flag(6)),
                caller.personId(),
                window.before(),
                nothingOnly,
                window.fetchSize());
        return Page.of(rows, window, Earned::recordId);
    }

    /**
     * One movement: the caller's own, or of a community whose points they administer or audit.
     *
     * @throws DomainException 404 when there is none that the caller may know of
     */
    public Movement movement(long transactionId) {
        long person = caller.personId();
        Movement movement = ledger.movement(transactionId).orElseThrow(DomainException::notFound);
        boolean reads = READERS.stream().anyMatch(role -> caller.holds(role, movement.communityId()));
        if (movement.personId() != person && !reads) {
            throw DomainException.notFound();
        }
        return movement;
    }

    /**
     * Awards and corrections of a community, newest first.
     *
     * @throws DomainException 404 out of scope, 403 for others than administrators and auditors
     */
    public Page<Movement> granted(long communityId, Window window) {
        caller.require(READERS, communityId);
        return ledger.granted(communityId, window);
    }

    /**
     * Points of reversed records that were spent, newest first.
     *
     * @throws DomainException 404 out of scope, 403 for others than administrators and auditors
     */
    public Page<Shortfall> shortfalls(long communityId, Window window) {
        caller.requireAtCommunity(READERS, communityId);
        List<Shortfall> rows = sql.list(
                "SELECT f.record_id, f.person_id, p.name, f.transaction_id, f.amount, b.balance, f.found_at, v.posted_at"
                        + " FROM points_shortfall f JOIN person p ON p.id = f.person_id"
                        + " JOIN points_account a ON a.community_id = f.community_id AND a.kind = 'MEMBER'"
                        + " AND a.owner_id = f.person_id JOIN member_balance b ON b.account_id = a.id"
                        + " LEFT JOIN points_transaction v ON v.reverses_id = f.transaction_id"
                        + " WHERE f.community_id = ? AND f.record_id < ? ORDER BY f.record_id DESC LIMIT ?",
                row -> new Shortfall(
                        row.number(1),
                        row.number(2),
                        row.text(3),
                        row.number(4),
                        row.number(5),
                        row.number(6),
                        row.instant(7),
                        row.instantOrNull(8)),
                communityId,
                window.before(),
                window.fetchSize());
        return Page.of(rows, window, Shortfall::recordId);
    }
}
