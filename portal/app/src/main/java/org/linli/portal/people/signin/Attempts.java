package org.linli.portal.people.signin;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.linli.portal.platform.persistence.Desk;
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

    private final DataSource dataSource;
    private final Clock clock;

    @Inject
    public Attempts(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
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
        try (Connection connection = dataSource.getConnection()) {
            add(connection, hash, limit, now);
            return read(connection, hash, limit, now);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Forgets what was counted: the right password was given. */
    public void forget(String subject) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM attempt_count WHERE subject = ?")) {
            delete.setBytes(1, Tokens.sha256(subject));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Removes counts that can block nobody any more. */
    int forgetOld() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM attempt_count WHERE since < ? LIMIT 5000")) {
            delete.setTimestamp(1, Timestamp.from(clock.instant().minus(Duration.ofDays(2))));
            return delete.executeUpdate();
        }
    }

    private static void add(Connection connection, byte[] hash, Limit limit, Instant now) throws SQLException {
        Timestamp at = Timestamp.from(now);
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setBytes(1, hash);
            count.setTimestamp(2, at);
            count.setTimestamp(3, at);
            count.setTimestamp(4, Timestamp.from(now.minus(limit.pause())));
            count.setTimestamp(5, at);
            count.setTimestamp(6, at);
            count.setInt(7, limit.limit());
            count.setTimestamp(8, Timestamp.from(now.plus(limit.pause())));
            count.executeUpdate();
        }
    }

    private static Counted read(Connection connection, byte[] hash, Limit limit, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(READ)) {
            select.setBytes(1, hash);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return new Counted(limit.limit(), 0);
                }
                Timestamp blocked = row.getTimestamp(2);
                long millis = blocked == null
                        ? 0
                        : Duration.between(now, blocked.toInstant()).toMillis();
                long minutes = millis <= 0 ? 0 : (millis + 59_999) / 60_000;
                return new Counted(Math.max(0, limit.limit() - row.getInt(1)), minutes);
            }
        }
    }
}
