package org.linli.portal.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;

/**
 * Nobody finds a pick-up code by trying. Wrong codes are counted in the audit log, which all nodes share, in a
 * transaction of their own: the refused hand-over rolls back.
 */
@ApplicationScoped
public class WrongCodes {
    private static final int ALLOWED = 20;
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final String ACTION = "shop.wrong-code";

    private final Caller caller;
    private final AuditLog audit;
    private final Sql sql;
    private final Clock clock;

    @Inject
    public WrongCodes(Caller caller, AuditLog audit, Sql sql, Clock clock) {
        this.caller = caller;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Refuses who typed too many wrong codes lately.
     *
     * @throws DomainException 429
     */
    public void requireFew(long communityId) {
        long since = Ids.at(clock.instant().minus(WITHIN), 0);
        long wrong = sql.number(
                "SELECT COUNT(*) FROM audit_entry WHERE community_id = ? AND id > ? AND actor_id = ? AND action = ?",
                communityId,
                since,
                caller.personId(),
                ACTION);
        if (wrong >= ALLOWED) {
            throw DomainException.of(DomainException.Kind.TOO_MANY, "shop.too-many-wrong-codes", WITHIN.toMinutes());
        }
    }

    /** Writes a wrong code down, but not which. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void note(long communityId) {
        audit.record(ACTION, communityId, new AuditLog.Subject("shop", communityId), "");
    }
}
