package org.linli.portal.people.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.linli.portal.people.Identity;

/** Whose bearer token it is: a person's API token or the operator's. */
@ApplicationScoped
public class Bearers {
    private final AccessTokens tokens;
    private final SystemOperator operator;
    private final Identities identities;

    @Inject
    public Bearers(AccessTokens tokens, SystemOperator operator, Identities identities) {
        this.tokens = tokens;
        this.operator = operator;
        this.identities = identities;
    }

    Optional<Identity> of(String secret) {
        return operator.of(secret)
                .or(() -> tokens.owner(secret, AccessTokens.Kind.API).flatMap(identities::of));
    }
}
