package org.linli.portal.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.linli.portal.ledger.TailBound;

/** Tells how much waits for the chain. Never down: a portal whose sealing is late serves all the same. */
@Readiness
@ApplicationScoped
public class JournalHealth implements HealthCheck {
    private final Pending pending;
    private final TailBound bound;
    private final Clock clock;

    @Inject
    public JournalHealth(Pending pending, TailBound bound, Clock clock) {
        this.pending = pending;
        this.bound = bound;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        var journal = HealthCheckResponse.named("journal").up();
        try {
            Pending.Tail tail = pending.tail();
            Instant oldest = tail.oldest();
            Duration age = oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
            return journal.withData("unsealed", tail.count())
                    .withData("oldest-seconds", Math.max(0, age.toSeconds()))
                    .withData("refusing-communities", bound.full().size())
                    .build();
        } catch (IllegalStateException e) {
            return journal.withData("unsealed", "unknown").build(); // the database does not answer: "serving" says so
        }
    }
}
