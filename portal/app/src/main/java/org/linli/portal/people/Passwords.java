package org.linli.portal.people;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.signin.SignedIn;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.security.PasswordHash;

/** Passwords of accounts; each new one ends all sessions and tokens. Knows no callers. */
@Desk
class Passwords {
    private final Sql sql;
    private final Clock clock;
    private final Event<RightsChanged> rightsChanged;

    @Inject
    Passwords(Sql sql, Clock clock, Event<RightsChanged> rightsChanged) {
        this.sql = sql;
        this.clock = clock;
        this.rightsChanged = rightsChanged;
    }

    SignedIn change(Identity owner, @Nullable String newPassword) {
        check(owner, newPassword);
        refuseSame(owner, newPassword);
        return set(owner.personId(), String.valueOf(newPassword), null);
    }

    SignedIn replaceTemporary(Identity owner, @Nullable String newPassword) {
        check(owner, newPassword);
        if (sql.number(
                        "SELECT COUNT(*) FROM account WHERE person_id = ? AND temporary_until > ?",
                        owner.personId(),
                        clock.instant())
                == 0) {
            throw DomainException.conflict("people.no-temporary-password");
        }
        refuseSame(owner, newPassword);
        return set(owner.personId(), String.valueOf(newPassword), null);
    }

    /**
     * Sets a password and raises the epoch.
     *
     * @param temporaryUntil until when it signs in; null: for good
     */
    SignedIn set(long personId, String password, @Nullable Instant temporaryUntil) {
        int rows = sql.update(
                "UPDATE account SET password_hash = ?, password_changed_at = ?, temporary_until = ?,"
                        + " epoch = epoch + 1, version = version + 1 WHERE person_id = ?",
                PasswordHash.of(password),
                clock.instant(),
                temporaryUntil,
                personId);
        if (rows == 0) {
            throw DomainException.notFound();
        }
        sql.update("DELETE FROM access_token WHERE person_id = ?", personId);
        int epoch = Math.toIntExact(sql.number("SELECT epoch FROM account WHERE person_id = ?", personId));
        rightsChanged.fire(new RightsChanged(personId));
        return new SignedIn(personId, epoch);
    }

    /** Refuses a password that is too weak. */
    static void check(Identity owner, @Nullable String newPassword) {
        Violations violations = new Violations();
        PasswordRule.check(newPassword, List.of(owner.name()), violations);
        violations.throwIfAny();
    }

    /** A password that somebody else has read must not stay. */
    private void refuseSame(Identity owner, @Nullable String newPassword) {
        boolean same = sql.first(
                        "SELECT password_hash FROM account WHERE person_id = ?", row -> row.text(1), owner.personId())
                .filter(kept -> PasswordHash.matches(String.valueOf(newPassword), kept))
                .isPresent();
        if (same) {
            throw DomainException.invalidField("password", "people.same-password");
        }
    }
}
