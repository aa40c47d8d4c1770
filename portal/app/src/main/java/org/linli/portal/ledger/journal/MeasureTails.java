package org.linli.portal.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.logging.Logger;
import org.linli.portal.ledger.TailBound;
import org.linli.portal.platform.jobs.PeriodicJob;

/** Measures the tails for their bound; apart from the sealing, which may be what stands still. */
@ApplicationScoped
public class MeasureTails implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(MeasureTails.class.getName());

    private final Pending pending;
    private final TailBound bound;
    private final JournalRecords records;

    @Inject
    public MeasureTails(Pending pending, TailBound bound, JournalRecords records) {
        this.pending = pending;
        this.bound = bound;
        this.records = records;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        Set<Long> before = bound.full();
        Map<Long, Long> waiting = pending.lengths();
        bound.measured(waiting);
        for (long community : bound.full()) {
            if (!before.contains(community)) {
                LOG.severe(() -> "journal of community " + community + " is behind: " + waiting.get(community)
                        + " facts wait, new ones are refused");
                records.behind(community);
            }
        }
        before.stream()
                .filter(community -> !bound.full().contains(community))
                .forEach(community -> LOG.info(() -> "journal of community " + community + " takes new facts again"));
    }
}
