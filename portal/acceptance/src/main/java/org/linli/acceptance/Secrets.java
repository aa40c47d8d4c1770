package org.linli.acceptance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tokens and remember-me cookies written straight into the tables: a password takes the portal a tenth of a second, and
 * after 60 sign-ins from one address it refuses more for a while.
 */
public final class Secrets {
    // below all ids of the portal, which are made of the time
    private static final AtomicLong NEXT_ID = new AtomicLong(System.currentTimeMillis() * 10);

    private Secrets() {}

    /** An API token of that demo sign-in. */
    public static String token(RunningPortal portal, String login) {
        return issue(portal, login, "API");
    }

    /** The value of a remember-me cookie of that demo sign-in. */
    public static String cookie(RunningPortal portal, String login) {
        return issue(portal, login, "REMEMBER");
    }

    /** The caller of /api/v1 with that sign-in. */
    public static Rest rest(RunningPortal portal, String login) {
        return Rest.bearer(portal, token(portal, login));
    }

    private static String issue(RunningPortal portal, String login, String kind) {
        try (Connection connection = portal.connect()) {
            return issue(connection, "login", login, kind);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new API token of that person. */
    public static String token(Connection connection, long personId) throws SQLException {
        return issue(connection, "person_id", personId, "API");
    }

    private static String issue(Connection connection, String column, Object value, String kind) throws SQLException {
        String secret = UUID.randomUUID().toString();
        Instant now = Instant.now();
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO access_token"
                + " (id, person_id, kind, token_hash, epoch, created_at, expires_at)"
                + " SELECT ?, person_id, ?, ?, epoch, ?, ? FROM account WHERE " + column + " = ?")) {
            insert.setLong(1, NEXT_ID.incrementAndGet());
            insert.setString(2, kind);
            insert.setBytes(3, sha256(secret));
            insert.setTimestamp(4, Timestamp.from(now));
            insert.setTimestamp(5, Timestamp.from(now.plus(Duration.ofDays(1))));
            insert.setObject(6, value);
            if (insert.executeUpdate() != 1) {
                throw new IllegalStateException("no account with " + column + " " + value);
            }
        }
        return secret;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
