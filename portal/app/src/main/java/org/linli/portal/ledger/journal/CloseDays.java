package org.linli.portal.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.linli.portal.platform.jobs.PeriodicJob;

/** Publishes the root of a day soon after it ended. */
@ApplicationScoped
public class CloseDays implements PeriodicJob {
    private final Chain chain;
    private final Sealer sealer;

    @Inject
    public CloseDays(Chain chain, Sealer sealer) {
        this.chain = chain;
        this.sealer = sealer;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        chain.notClosed(sealer.today().minusDays(1)).forEach(sealer::closeDays);
    }
}
