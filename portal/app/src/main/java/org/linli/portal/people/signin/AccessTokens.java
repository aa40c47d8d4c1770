package org.linli.portal.people.signin;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.security.Tokens;

/** Remember-me and API tokens: given out once, kept as hashes, ended by the epoch of the account. */
@Desk
public class AccessTokens {
    /** A rotated remember-me token still holds that long: several pages may be opened at once. */
    private static final Duration ROTATION_GRACE = Duration.ofSeconds(60);

    private final DataSource dataSource;
    private final Clock clock;

    @Inject
    public AccessTokens(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** What a token is for and how long it holds. */
    public enum Kind {
        REMEMBER(Duration.ofDays(30)),
        API(Duration.ofDays(90));

        private final Duration lifetime;

        Kind(Duration lifetime) {
            this.lifetime = lifetime;
        }

        /** How long a new one holds. */
        public Duration lifetime() {
            return lifetime;
        }
    }

    /**
     * A token as it is given out, once.
     *
     * @param secret what the bearer shows; never kept
     */
    public record Issued(long id, String secret, Instant expiresAt) {}

    /** A token as its owner sees it later. */
    public record Listed(long id, String label, Instant createdAt, Instant expiresAt) {}

    /** Gives a new token to a person who has just shown who they are. */
    public Issued issue(SignedIn owner, Kind kind, String label) {
        Instant now = clock.instant();
        Issued issued = new Issued(Ids.next(), Tokens.random(), now.plus(kind.lifetime()));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO access_token (id, person_id, kind,"
                        + " label, token_hash, epoch, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, issued.id());
            insert.setLong(2, owner.personId());
            insert.setString(3, kind.name());
            insert.setString(4, label);
            insert.setBytes(5, Tokens.sha256(issued.secret()));
            insert.setInt(6, owner.epoch());
            insert.setTimestamp(7, Timestamp.from(now));
            insert.setTimestamp(8, Timestamp.from(issued.expiresAt()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return issued;
    }

    /** Whose token it is, unless it has expired or is of another kind. */
    public Optional<SignedIn> owner(String secret, Kind kind) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT person_id, epoch FROM access_token"
                        + " WHERE token_hash = ? AND kind = ? AND expires_at > ?")) {
            select.setBytes(1, Tokens.sha256(secret));
            select.setString(2, kind.name());
            select.setTimestamp(3, Timestamp.from(clock.instant()));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new SignedIn(row.getLong(1), row.getInt(2))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Replaces a remember-me token that was just used; empty when another request has replaced it already. */
    public Optional<Issued> rotate(String secret, SignedIn owner) {
        Timestamp graceEnd = Timestamp.from(clock.instant().plus(ROTATION_GRACE));
        String sql = "UPDATE access_token SET expires_at = ? WHERE token_hash = ? AND expires_at > ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setTimestamp(1, graceEnd);
            update.setBytes(2, Tokens.sha256(secret));
            update.setTimestamp(3, graceEnd);
            if (update.executeUpdate() == 0) {
                return Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Optional.of(issue(owner, Kind.REMEMBER, ""));
    }

    /** Ends the token with that secret. */
    public boolean revoke(String secret) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM access_token WHERE token_hash = ?")) {
            delete.setBytes(1, Tokens.sha256(secret));
            return delete.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends one of a person's API tokens; false when there is none with that id. */
    public boolean revoke(long personId, long tokenId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(
                        "DELETE FROM access_token WHERE id = ? AND person_id = ? AND kind = 'API'")) {
            delete.setLong(1, tokenId);
            delete.setLong(2, personId);
            return delete.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A person's API tokens that hold, newest first. */
    public List<Listed> of(SignedIn owner) {
        List<Listed> tokens = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT id, label, created_at, expires_at"
                        + " FROM access_token WHERE person_id = ? AND kind = 'API' AND epoch = ? AND expires_at > ?"
                        + " ORDER BY id DESC LIMIT 50")) {
            select.setLong(1, owner.personId());
            select.setInt(2, owner.epoch());
            select.setTimestamp(3, Timestamp.from(clock.instant()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    tokens.add(new Listed(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getTimestamp(3).toInstant(),
                            rows.getTimestamp(4).toInstant()));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return tokens;
    }

    int forgetExpired() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM access_token WHERE expires_at < ? LIMIT 5000")) {
            delete.setTimestamp(1, Timestamp.from(clock.instant()));
            return delete.executeUpdate();
        }
    }
}
