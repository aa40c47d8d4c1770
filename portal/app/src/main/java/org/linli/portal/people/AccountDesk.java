package org.linli.portal.people;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.signin.AccessTokens;
import org.linli.portal.people.signin.Identities;
import org.linli.portal.people.signin.SignIn;
import org.linli.portal.people.signin.SignedIn;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;

/** What people do with their own account. */
@Desk
public class AccountDesk {
    private final Caller caller;
    private final AccessTokens tokens;
    private final Identities identities;
    private final Passwords passwords;
    private final SignIn signIn;
    private final Event<RightsChanged> rightsChanged;

    @Inject
    public AccountDesk(
            Caller caller,
            AccessTokens tokens,
            Identities identities,
            Passwords passwords,
            SignIn signIn,
            Event<RightsChanged> rightsChanged) {
        this.caller = caller;
        this.tokens = tokens;
        this.identities = identities;
        this.passwords = passwords;
        this.signIn = signIn;
        this.rightsChanged = rightsChanged;
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
        rightsChanged.fire(new RightsChanged(caller.personId()));
    }

    /**
     * Ends the token with that secret, which the caller has shown.
     *
     * @throws DomainException 404 when there is none
     */
    public void endToken(String secret) {
        if (!tokens.revoke(secret)) {
            throw DomainException.notFound();
        }
        rightsChanged.fire(new RightsChanged(caller.personId()));
    }

    /**
     * Sets a new password; all other sessions and all tokens end. The old one is counted as a guess and checked before
     * the transaction begins.
     *
     * @return the sign-in under which this browser may go on
     * @throws DomainException 400 when the old one is wrong or the new one too weak
     */
    @Transactional(Transactional.TxType.NEVER)
    public SignedIn changePassword(@Nullable String oldPassword, @Nullable String newPassword) {
        Passwords.check(caller.identity(), newPassword);
        signIn.confirm(caller.personId(), oldPassword, "oldPassword");
        return passwords.change(caller.identity(), newPassword);
    }

    /**
     * Sets a password of one's own in place of the temporary one that this sign-in was made with.
     *
     * @return the sign-in under which this browser may go on
     * @throws DomainException 400 when the new one is too weak or the temporary one, 409 when there is none that holds
     */
    public SignedIn replaceTemporaryPassword(@Nullable String newPassword) {
        return passwords.replaceTemporary(caller.identity(), newPassword);
    }
}
