package org.linli.portal.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;

/**
 * Counts attempts in the database before they are made, in a transaction of its own: however many come at once, on
 * however many nodes, no more than the limit pass, and a refusal does not roll the count back.
 */
@ApplicationScoped
public class Attempts {
    private final AttemptCount counts;

    @Inject
    public Attempts(AttemptCount counts) {
        this.counts = counts;
    }

    /**
     * How often something may be tried.
     *
     * @param limit attempts that are allowed within the pause
     * @param pause how long attempts are counted, and how long the subject is blocked after too many
     */
    public record Limit(int limit, Duration pause) {}

    /**
     * What remains after an attempt was counted.
     *
     * @param left further attempts before the block
     * @param blockedMinutes minutes for which the subject is blocked, rounded up; 0 when the attempt may be made
     */
    public record Counted(int left, long blockedMinutes) {
        /** Whether the attempt must not be made. */
        public boolean isBlocked() {
            return blockedMinutes > 0;
        }
    }

    /**
     * Counts one attempt. Never within a transaction: it would hold one connection and wait for another, and as many
     * guesses at once as the pool has connections would stop everybody.
     *
     * @param subject what is counted, e.g. {@code account:1234}; only its hash is kept
     * @throws jakarta.transaction.TransactionalException within a transaction
     */
    @Transactional(Transactional.TxType.NEVER)
    public Counted count(String subject, Limit limit) {
        return counts.add(Tokens.sha256(subject), limit);
    }

    /** Takes back one attempt: it was a right one, and only wrong ones count. */
    public void giveBack(String subject) {
        counts.takeOff(Tokens.sha256(subject));
    }

    /** Forgets what was counted. */
    public void forget(String subject) {
        counts.remove(Tokens.sha256(subject));
    }

    /** Removes counts that can block nobody any more. */
    public int forgetOld() {
        return counts.removeOld();
    }
}
