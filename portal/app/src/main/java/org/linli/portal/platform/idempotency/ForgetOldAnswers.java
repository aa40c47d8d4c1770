package org.linli.portal.platform.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.linli.portal.platform.jobs.PeriodicJob;

/** Keeps idempotency_record small. */
@ApplicationScoped
public class ForgetOldAnswers implements PeriodicJob {
    private final IdempotencyStore store;

    @Inject
    public ForgetOldAnswers(IdempotencyStore store) {
        this.store = store;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        store.forgetOld();
    }
}
