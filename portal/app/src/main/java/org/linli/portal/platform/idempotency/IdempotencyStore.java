package org.linli.portal.platform.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.DomainException.Kind;

/** Rows of idempotency_record. Works in the caller's transaction. */
@ApplicationScoped
public class IdempotencyStore {
    /** How long an answer is kept. */
    static final Duration KEPT = Duration.ofHours(24);

    private final Sql sql;
    private final Clock clock;

    @Inject
    public IdempotencyStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Takes the key for this request; a second taker waits at the primary key until the first has committed.
     *
     * @return false when the key was taken before
     */
    boolean take(String caller, String key, byte[] request) {
        try {
            sql.update(
                    "INSERT INTO idempotency_record (caller, idem_key, request, created_at) VALUES (?, ?, ?, ?)",
                    caller,
                    key,
                    request,
                    clock.instant());
            return true;
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, null)) {
                return false;
            }
            throw e;
        }
    }

    /** Keeps the answer of the request that took the key. */
    void keep(String caller, String key, Answer answer) {
        sql.update(
                "UPDATE idempotency_record SET status = ?, location = ?, etag = ?, body = ?"
                        + " WHERE caller = ? AND idem_key = ?",
                answer.status(),
                answer.location(),
                answer.etag(),
                answer.body(),
                caller,
                key);
    }

    /** Takes the key and keeps the answer at once, for a request whose writes were put off until it was answered. */
    void takeAndKeep(String caller, String key, byte[] request, Answer answer) {
        sql.update(
                "INSERT INTO idempotency_record (caller, idem_key, request, created_at, status, location, etag, body)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                caller,
                key,
                request,
                clock.instant(),
                answer.status(),
                answer.location(),
                answer.etag(),
                answer.body());
    }

    /**
     * The answer that was kept.
     *
     * @throws DomainException 422 when the key was used for another request
     */
    Optional<Answer> find(String caller, String key, byte[] request) {
        return sql.first(
                "SELECT request, status, location, etag, body FROM idempotency_record WHERE caller = ? AND idem_key = ?",
                row -> {
                    if (!MessageDigest.isEqual(row.bytes(1), request)) {
                        throw DomainException.of(Kind.REUSED_KEY, "platform.idempotency-key-reused");
                    }
                    return new Answer(row.integer(2), row.textOrNull(3), row.textOrNull(4), row.textOrNull(5));
                },
                caller,
                key);
    }

    /** Forgets what is older than {@link #KEPT}; safe on any number of nodes. */
    void forgetOld() {
        sql.update(
                "DELETE FROM idempotency_record WHERE created_at < ? LIMIT 5000",
                clock.instant().minus(KEPT));
    }
}
