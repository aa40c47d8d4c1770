package org.linli.portal.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.linli.portal.ledger.persistence.Rollups;
import org.linli.portal.platform.jobs.PeriodicJob;
import org.linli.portal.platform.persistence.Ids;

/**
 * Keeps reading the balance of a community's own account quick, however many entries it has. Ids are made of the time, but
 * transactions commit in another order: only what is older than any transaction or any difference of clocks is summed.
 */
@ApplicationScoped
public class RollUpAccounts implements PeriodicJob {
    static final Duration SETTLED = Duration.ofHours(1);

    private final Rollups rollups;
    private final Clock clock;

    @Inject
    public RollUpAccounts(Rollups rollups, Clock clock) {
        this.rollups = rollups;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        long upTo = Ids.at(clock.instant().minus(SETTLED), 0);
        rollups.accounts().forEach(account -> rollups.rollUp(account, upTo));
    }
}
