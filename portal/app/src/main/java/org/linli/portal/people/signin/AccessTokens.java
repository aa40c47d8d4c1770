package org.linli.portal.people.signin;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.security.Tokens;

/** Remember-me and API tokens: given out once, kept as hashes, ended by the epoch of the account. */
@Desk
public class AccessTokens {
    /** A rotated remember-me token still holds that long: several pages may be opened at once. */
    private static final Duration ROTATION_GRACE = Duration.ofSeconds(60);

    private final Sql sql;
    private final Clock clock;

    @Inject
    public AccessTokens(Sql sql, Clock clock) {
        this.sql = sql;
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
        sql.update(
                "INSERT INTO access_token (id, person_id, kind, label, token_hash, epoch, created_at, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                issued.id(),
                owner.personId(),
                kind,
                label,
                Tokens.sha256(issued.secret()),
                owner.epoch(),
                now,
                issued.expiresAt());
        return issued;
    }

    /** Whose token it is, unless it has expired or is of another kind. Asked with every call of the API: no transaction. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<SignedIn> owner(String secret, Kind kind) {
        return sql.first(
                "SELECT person_id, epoch FROM access_token WHERE token_hash = ? AND kind = ? AND expires_at > ?",
                row -> new SignedIn(row.number(1), row.integer(2)),
                Tokens.sha256(secret),
                kind,
                clock.instant());
    }

    /** Replaces a remember-me token that was just used; empty when another request has replaced it already. */
    public Optional<Issued> rotate(String secret, SignedIn owner) {
        Instant graceEnd = clock.instant().plus(ROTATION_GRACE);
        int replaced = sql.update(
                "UPDATE access_token SET expires_at = ? WHERE token_hash = ? AND expires_at > ?",
                graceEnd,
                Tokens.sha256(secret),
                graceEnd);
        return replaced == 0 ? Optional.empty() : Optional.of(issue(owner, Kind.REMEMBER, ""));
    }

    /** Ends the token with that secret. */
    public boolean revoke(String secret) {
        return sql.update("DELETE FROM access_token WHERE token_hash = ?", Tokens.sha256(secret)) > 0;
    }

    /** Ends one of a person's API tokens; false when there is none with that id. */
    public boolean revoke(long personId, long tokenId) {
        return sql.update("DELETE FROM access_token WHERE id = ? AND person_id = ? AND kind = 'API'", tokenId, personId)
                > 0;
    }

    /** A person's API tokens that hold, newest first. */
    public List<Listed> of(SignedIn owner) {
        return sql.list(
                "SELECT id, label, created_at, expires_at FROM access_token WHERE person_id = ? AND kind = 'API'"
                        + " AND epoch = ? AND expires_at > ? ORDER BY id DESC LIMIT 50",
                row -> new Listed(row.number(1), row.text(2), row.instant(3), row.instant(4)),
                owner.personId(),
                owner.epoch(),
                clock.instant());
    }

    int forgetExpired() {
        return sql.update("DELETE FROM access_token WHERE expires_at < ? LIMIT 5000", clock.instant());
    }
}
