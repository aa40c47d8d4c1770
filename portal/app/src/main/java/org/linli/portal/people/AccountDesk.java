package org.linli.portal.people;

import jakarta.inject.Inject;
import java.util.List;
import org.linli.portal.people.signin.AccessTokens;
import org.linli.portal.people.signin.Identities;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;

/** What people do with their own account. */
@Desk
public class AccountDesk {
    private final Caller caller;
    private final AccessTokens tokens;
    private final Identities identities;

    @Inject
    public AccountDesk(Caller caller, AccessTokens tokens, Identities identities) {
        this.caller = caller;
        this.tokens = tokens;
        this.identities = identities;
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
}
