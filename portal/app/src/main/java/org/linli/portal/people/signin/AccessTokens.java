package org.linli.portal.people.signin;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        return issue(owner, kind, label, null);
    }

    private Issued issue(SignedIn owner, Kind kind, String label, @Nullable Long family) {
        Instant now = clock.instant();
        Issued issued = new Issued(Ids.next(), Tokens.random(), now.plus(kind.lifetime()));
        sql.update(
                "INSERT INTO access_token (id, person_id, kind, label, token_hash, epoch, created_at, expires_at,"
                        + " family_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                issued.id(),
                owner.personId(),
                kind,
                label,
                Tokens.sha256(issued.secret()),
                owner.epoch(),
                now,
                issued.expiresAt(),
                family);
        return issued;
    }

    /** Whose token it is, unless it has expired or is of another kind. Asked with every call of the API: no transaction. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<SignedIn> owner(String secret, Kind kind) {
        Instant now = clock.instant();
        return sql.first(
                "SELECT person_id, epoch FROM access_token WHERE token_hash = ? AND kind = ? AND expires_at > ?"
                        + " AND (used_at IS NULL OR used_at > ?)",
                row -> new SignedIn(row.number(1), row.integer(2)),
                Tokens.sha256(secret),
                kind,
                now,
                now.minus(ROTATION_GRACE));
    }

    /** Replaces a remember-me token that was just used; empty when another request has replaced it already. */
    public Optional<Issued> rotate(String secret, SignedIn owner) {
        int used = sql.update(
                "UPDATE access_token SET used_at = ? WHERE token_hash = ? AND used_at IS NULL",
                clock.instant(),
                Tokens.sha256(secret));
        return used == 0 ? Optional.empty() : family(secret).map(family -> issue(owner, Kind.REMEMBER, "", family));
    }

    /**
     * Ends all tokens of a browser when one of them comes that was used long before: two have it, and one of them is not
     * its owner. Leaves a line in the audit log of the owner's community.
     *
     * @return whether it was so
     */
    public boolean endStolen(String secret) {
        Optional<SignedIn> owner = sql.first(
                "SELECT person_id, epoch FROM access_token WHERE token_hash = ? AND used_at <= ?",
                row -> new SignedIn(row.number(1), row.integer(2)),
                Tokens.sha256(secret),
                clock.instant().minus(ROTATION_GRACE));
        if (owner.isEmpty() || !revoke(secret)) {
            return false;
        }
        long person = owner.get().personId();
        sql.update(
                "INSERT INTO audit_entry (id, at, actor_id, actor_name, community_id, action, object_type, object_id,"
                        + " detail) SELECT ?, ?, id, name, community_id, 'people.stolen-sign-in', 'person', id, ''"
                        + " FROM person WHERE id = ?",
                Ids.next(),
                clock.instant(),
                person);
        return true;
    }

    private Optional<Long> family(String secret) {
        return sql.first(
                "SELECT COALESCE(family_id, id) FROM access_token WHERE token_hash = ?",
                row -> row.number(1),
                Tokens.sha256(secret));
    }

    /** Ends the token with that secret, and those of the same browser. */
    public boolean revoke(String secret) {
        return family(secret)
                .filter(family ->
                        sql.update("DELETE FROM access_token WHERE id = ? OR family_id = ?", family, family) > 0)
                .isPresent();
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
