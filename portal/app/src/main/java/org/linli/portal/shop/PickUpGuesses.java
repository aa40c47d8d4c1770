package org.linli.portal.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.security.Attempts;
import org.linli.portal.platform.security.Guesses;

/** Nobody finds a pick-up code by trying. */
@ApplicationScoped
public class PickUpGuesses {
    static final String WRONG = "shop.wrong-code";
    static final Attempts.Limit LIMIT = new Attempts.Limit(20, Duration.ofMinutes(10));

    private final Caller caller;
    private final Guesses guesses;
    private final AuditLog audit;

    @Inject
    public PickUpGuesses(Caller caller, Guesses guesses, AuditLog audit) {
        this.caller = caller;
        this.guesses = guesses;
        this.audit = audit;
    }

    /**
     * Counts one try and makes it. A wrong code leaves a line in the audit log, but not which.
     *
     * @param communityId whose counter, null for the one that the caller keeps
     * @param handOver the call of the {@link Counter}
     * @throws org.linli.portal.platform.problem.DomainException 429 after too many wrong codes
     */
    public <T> T count(@Nullable Long communityId, Supplier<T> handOver) {
        Guesses.Guess guess =
                new Guesses.Guess("pick-up:" + caller.personId(), LIMIT, WRONG, "shop.too-many-wrong-codes");
        return guesses.count(guess, handOver, refusal -> {
            long shop = communityId == null ? ShopRights.shop(caller) : communityId;
            audit.record(WRONG, shop, new AuditLog.Subject("shop", shop), "");
        });
    }
}
