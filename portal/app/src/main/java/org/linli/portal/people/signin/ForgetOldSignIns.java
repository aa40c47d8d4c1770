package org.linli.portal.people.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.linli.portal.platform.jobs.PeriodicJob;
import org.linli.portal.platform.security.Attempts;

/** Removes expired tokens and old counts. */
@ApplicationScoped
public class ForgetOldSignIns implements PeriodicJob {
    private final Attempts attempts;
    private final AccessTokens tokens;

    @Inject
    public ForgetOldSignIns(Attempts attempts, AccessTokens tokens) {
        this.attempts = attempts;
        this.tokens = tokens;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run() {
        attempts.forgetOld();
        tokens.forgetExpired();
    }
}
