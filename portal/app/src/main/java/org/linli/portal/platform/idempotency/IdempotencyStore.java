package org.linli.portal.platform.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.DomainException.Kind;

/** Rows of idempotency_record. Works in the caller's transaction. */
@ApplicationScoped
public class IdempotencyStore {
    /** How long an answer is kept. */
    static final Duration KEPT = Duration.ofHours(24);

    private final DataSource dataSource;
    private final Clock clock;

    @Inject
    public IdempotencyStore(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Takes the key for this request; a second taker waits until the first has committed and then gets a duplicate. */
    void take(String caller, String key, byte[] request) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO idempotency_record (caller, idem_key, request, created_at) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, caller);
            insert.setString(2, key);
            insert.setBytes(3, request);
            insert.setTimestamp(4, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
    }

    /** Keeps the answer of the request that took the key. */
    void keep(String caller, String key, Answer answer) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE idempotency_record SET status = ?, location = ?, etag = ?,"
                                + " body = ? WHERE caller = ? AND idem_key = ?")) {
            update.setInt(1, answer.status());
            update.setString(2, answer.location());
            update.setString(3, answer.etag());
            update.setString(4, answer.body());
            update.setString(5, caller);
            update.setString(6, key);
            update.executeUpdate();
        }
    }

    /**
     * The answer that was kept, or null when there is none.
     *
     * @throws DomainException 422 when the key was used for another request
     */
    @Nullable
    Answer find(String caller, String key, byte[] request) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT request, status, location, etag, body"
                        + " FROM idempotency_record WHERE caller = ? AND idem_key = ?")) {
            select.setString(1, caller);
            select.setString(2, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                if (!MessageDigest.isEqual(row.getBytes(1), request)) {
                    throw DomainException.of(Kind.REUSED_KEY, "platform.idempotency-key-reused");
                }
                return new Answer(row.getInt(2), row.getString(3), row.getString(4), row.getString(5));
            }
        }
    }

    /** Forgets what is older than {@link #KEPT}; safe on any number of nodes. */
    int forgetOld() throws SQLException {
        Instant limit = clock.instant().minus(KEPT);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM idempotency_record WHERE created_at < ? LIMIT 5000")) {
            delete.setTimestamp(1, Timestamp.from(limit));
            return delete.executeUpdate();
        }
    }
}
