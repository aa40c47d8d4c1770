package org.linli.portal.people.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.linli.portal.people.Identity;
import org.linli.portal.people.RightsChanged;
import org.linli.portal.platform.security.Tokens;

/**
 * Whose bearer token it is: a person's API token or the operator's.
 *
 * <p>An owner is remembered as long as an identity ({@link Identities#REMEMBERED}): a token that was ended or has expired
 * is refused at once on the node where it was ended and after that time on the others.
 */
@ApplicationScoped
public class Bearers {
    private final AccessTokens tokens;
    private final SystemOperator operator;
    private final Identities identities;
    private final Cache<ByteBuffer, SignedIn> known = Caffeine.newBuilder()
            .expireAfterWrite(Identities.REMEMBERED)
            .maximumSize(Identities.MAX_REMEMBERED)
            .build();

    @Inject
    public Bearers(AccessTokens tokens, SystemOperator operator, Identities identities) {
        this.tokens = tokens;
        this.operator = operator;
        this.identities = identities;
    }

    Optional<Identity> of(String secret) {
        return operator.of(secret).or(() -> owner(secret).flatMap(identities::of));
    }

    private Optional<SignedIn> owner(String secret) {
        ByteBuffer hash = ByteBuffer.wrap(Tokens.sha256(secret));
        SignedIn remembered = known.getIfPresent(hash);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<SignedIn> owner = tokens.owner(secret, AccessTokens.Kind.API);
        owner.ifPresent(found -> known.put(hash, found));
        return owner;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) RightsChanged change) {
        known.asMap().values().removeIf(owner -> owner.personId() == change.personId());
    }
}
