package org.linli.portal.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.linli.portal.platform.jobs.PeriodicJob;

/** Seals what was committed since the last run, community by community; one that fails does not stop the others. */
@ApplicationScoped
public class SealJournals implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(SealJournals.class.getName());

    private final Pending pending;
    private final Sealer sealer;

    @Inject
    public SealJournals(Pending pending, Sealer sealer) {
        this.pending = pending;
        this.sealer = sealer;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        for (long community : pending.communities()) {
            try {
                boolean more = true;
                while (more) {
                    more = sealer.seal(community);
                }
            } catch (RuntimeException e) { // one journal does not keep the others unsealed
                LOG.log(Level.WARNING, e, () -> "journal of " + community + " was not sealed, will try again");
            }
        }
    }
}
