package org.linli.portal.people.signin;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.security.Tokens;

/**
 * Counts attempts in the database before they are made, in a transaction of its own: however many come at once, on
 * however many nodes, no more than the limit pass, and a refusal does not roll the count back.
 */
@Desk
public class Attempts {
    // assignments run from left to right: since and blocked_until see the new count
    private static final String COUNT = "INSERT INTO attempt_count (subject, attempts, since) VALUES (?, 1, ?)"
            + " ON DUPLICATE KEY UPDATE attempts = CASE WHEN blocked_until > ? THEN attempts"
            + " WHEN blocked_until IS NOT NULL OR since <= ? THEN 1 ELSE attempts + 1 END,"
            + " since = CASE WHEN attempts = 1 THEN ? ELSE since END,"
            + " blocked_until = CASE WHEN blocked_until > ? THEN blocked_until WHEN attempts > ? THEN ? ELSE NULL END";
    private static final String READ = "SELECT attempts, blocked_until FROM attempt_count WHERE subject = ?";

    private final Sql sql;
    private final Clock clock;

    @Inject
    public Attempts(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
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
     * Counts one attempt.
     *
     * @param subject what is counted, e.g. {@code account:1234}; only its hash is kept
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Counted count(String subject, Limit limit) {
        Instant now = clock.instant();
        byte[] hash = Tokens.sha256(subject);
        Instant windowStart = now.minus(limit.pause());
        Instant pauseEnd = now.plus(limit.pause());
        sql.update(COUNT, hash, now, now, windowStart, now, now, limit.limit(), pauseEnd);
        return sql.first(READ, row -> counted(row.integer(1), row.instantOrNull(2), limit, now), hash)
                .orElseGet(() -> new Counted(limit.limit(), 0));
    }

    /** Forgets what was counted: the right password was given. */
    public void forget(String subject) {
        sql.update("DELETE FROM attempt_count WHERE subject = ?", Tokens.sha256(subject));
    }

    /** Removes counts that can block nobody any more. */
    int forgetOld() {
        return sql.update(
                "DELETE FROM attempt_count WHERE since < ? LIMIT 5000",
                clock.instant().minus(Duration.ofDays(2)));
    }

    private static Counted counted(int attempts, @Nullable Instant blockedUntil, Limit limit, Instant now) {
        long millis =
                blockedUntil == null ? 0 : Duration.between(now, blockedUntil).toMillis();
        long minutes = millis <= 0 ? 0 : (millis + 59_999) / 60_000;
        return new Counted(Math.max(0, limit.limit() - attempts), minutes);
    }
}
