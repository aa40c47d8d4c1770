package org.linli.portal.platform.security;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.security.Attempts.Counted;
import org.linli.portal.platform.security.Attempts.Limit;

/** One count in one transaction. */
@Desk
public class AttemptCount {
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
    public AttemptCount(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Counted add(byte[] subject, Limit limit) {
        Instant now = clock.instant();
        Instant windowStart = now.minus(limit.pause());
        Instant pauseEnd = now.plus(limit.pause());
        sql.update(COUNT, subject, now, now, windowStart, now, now, limit.limit(), pauseEnd);
        return sql.first(READ, row -> counted(row.integer(1), row.instantOrNull(2), limit, now), subject)
                .orElseGet(() -> new Counted(limit.limit(), 0));
    }

    void takeOff(byte[] subject) {
        sql.update(
                "UPDATE attempt_count SET attempts = attempts - 1 WHERE subject = ? AND attempts > 0"
                        + " AND blocked_until IS NULL",
                subject);
    }

    void remove(byte[] subject) {
        sql.update("DELETE FROM attempt_count WHERE subject = ?", subject);
    }

    int removeOld() {
        return sql.update(
                "DELETE FROM attempt_count WHERE since < ? LIMIT 5000",
                clock.instant().minus(Duration.ofDays(2)));
    }

    private static Counted counted(int attempts, @Nullable Instant blockedUntil, Limit limit, Instant now) {
        long millis =
                blockedUntil == null ? 0 : Duration.between(now, blockedUntil).toMillis();
        // somebody else's clock read may have been a moment later than ours
        long minutes = Math.min(limit.pause().toMinutes(), millis <= 0 ? 0 : (millis + 59_999) / 60_000);
        return new Counted(Math.max(0, limit.limit() - attempts), minutes);
    }
}
