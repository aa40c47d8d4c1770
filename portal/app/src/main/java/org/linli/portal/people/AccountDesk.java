package org.linli.portal.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.signin.AccessTokens;
import org.linli.portal.people.signin.Identities;
import org.linli.portal.people.signin.SignIn;
import org.linli.portal.people.signin.SignedIn;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.security.PasswordHash;

/** What people do with their own account. */
@Desk
public class AccountDesk {
    private final Caller caller;
    private final AccessTokens tokens;
    private final Identities identities;
    private final Passwords passwords;

    @Inject
    public AccountDesk(Caller caller, AccessTokens tokens, Identities identities, Passwords passwords) {
        this.caller = caller;
        this.tokens = tokens;
        this.identities = identities;
        this.passwords = passwords;
    }

    /** The caller's API tokens that hold, newest first. */
    public List<AccessTokens.Listed> tokens() {
        return identities.present(caller.personId()).map(tokens::of).orElse(List.of());
    }

    /**
     * Ends one of the caller's API tokens.
     *
     * @throws DomainException 404 when it is none of theirs
     */
    public void revokeToken(long tokenId) {
        if (!tokens.revoke(caller.personId(), tokenId)) {
            throw DomainException.notFound();
        }
    }

    /**
     * Sets a new password; all other sessions and all tokens end.
     *
     * @return the sign-in under which this browser may go on
     * @throws DomainException 400 when the old one is wrong or the new one too weak
     */
    public SignedIn changePassword(@Nullable String oldPassword, @Nullable String newPassword) {
        return passwords.change(caller.identity(), oldPassword, newPassword);
    }

    /** Passwords of accounts. */
    @ApplicationScoped
    static class Passwords {
        private final SignIn signIn;
        private final Sql sql;
        private final Clock clock;
        private final Event<RightsChanged> rightsChanged;

        @Inject
        Passwords(SignIn signIn, Sql sql, Clock clock, Event<RightsChanged> rightsChanged) {
            this.signIn = signIn;
            this.sql = sql;
            this.clock = clock;
            this.rightsChanged = rightsChanged;
        }

        SignedIn change(Identity owner, @Nullable String oldPassword, @Nullable String newPassword) {
            Violations violations = new Violations();
            PasswordRule.check(newPassword, List.of(owner.name()), violations);
            violations.throwIfAny();
            signIn.confirm(owner.personId(), oldPassword, "oldPassword");
            sql.update(
                    "UPDATE account SET password_hash = ?, password_changed_at = ?, epoch = epoch + 1,"
                            + " version = version + 1 WHERE person_id = ?",
                    PasswordHash.of(String.valueOf(newPassword)),
                    clock.instant(),
                    owner.personId());
            sql.update("DELETE FROM access_token WHERE person_id = ?", owner.personId());
            int epoch = Math.toIntExact(sql.number("SELECT epoch FROM account WHERE person_id = ?", owner.personId()));
            rightsChanged.fire(new RightsChanged(owner.personId()));
            return new SignedIn(owner.personId(), epoch);
        }
    }
}
