package org.linli.portal.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.security.Attempts;

/**
 * Nobody finds a pick-up code by trying: each try is counted before the transaction of the hand-over begins, and given
 * back unless the code was wrong.
 */
@ApplicationScoped
public class PickUpGuesses {
    static final String WRONG = "shop.wrong-code";
    static final Attempts.Limit LIMIT = new Attempts.Limit(20, Duration.ofMinutes(10));

    private final Caller caller;
    private final Attempts attempts;
    private final AuditLog audit;

    @Inject
    public PickUpGuesses(Caller caller, Attempts attempts, AuditLog audit) {
        this.caller = caller;
        this.attempts = attempts;
        this.audit = audit;
    }

    /**
     * Counts one try and makes it. A wrong code leaves a line in the audit log, but not which.
     *
     * @param communityId whose counter, null for the one that the caller keeps
     * @param handOver the call of the {@link Counter}
     * @throws DomainException 429 after too many wrong codes
     */
    public <T> T count(@Nullable Long communityId, Supplier<T> handOver) {
        String subject = "pick-up:" + caller.personId();
        Attempts.Counted counted = attempts.count(subject, LIMIT);
        if (counted.isBlocked()) {
            throw DomainException.tooMany("shop.too-many-wrong-codes", counted.blockedMinutes());
        }
        boolean wrong = false;
        try {
            return handOver.get();
        } catch (RuntimeException e) {
            DomainException refusal = SqlFailure.find(e, DomainException.class);
            wrong = refusal != null && refusal.code().equals(WRONG);
            throw e;
        } finally {
            if (wrong) {
                long shop = communityId == null ? ShopRights.shop(caller) : communityId;
                audit.record(WRONG, shop, new AuditLog.Subject("shop", shop), "");
            } else {
                attempts.giveBack(subject);
            }
        }
    }
}
