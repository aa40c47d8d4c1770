package org.linli.portal.points;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.linli.portal.ledger.LedgerQueries;
import org.linli.portal.ledger.Movement;
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
                        "SELECT COALESCE(SUM(minutes), 0), COUNT(*) FROM service_record WHERE volunteer_id = ?",
                        row -> new Wallet(ledger.balances(caller.communityId(), person), row.number(1), row.number(2)),
                        person)
                .orElseThrow();
    }

    /** The caller's movements, newest first. */
    public Page<Movement> statement(Window window) {
        return ledger.statement(caller.communityId(), caller.personId(), window);
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
}
