package org.linli.portal.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.linli.portal.platform.jobs.PeriodicJob;

/** Raises the alarm when facts wait for the chain longer than linli.journal.tail-seconds (60). */
@ApplicationScoped
public class WatchTail implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(WatchTail.class.getName());

    private final Pending pending;
    private final JournalRecords records;
    private final Clock clock;
    private final long bound;

    @Inject
    public WatchTail(
            Pending pending,
            JournalRecords records,
            Clock clock,
            @ConfigProperty(name = "linli.journal.tail-seconds", defaultValue = "60") long bound) {
        this.pending = pending;
        this.records = records;
        this.clock = clock;
        this.bound = bound;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        for (long community : pending.late(now.minusSeconds(bound))) {
            Instant oldest = pending.tail(community).oldest();
            if (oldest != null) {
                Duration waiting = Duration.between(oldest, now);
                LOG.severe(() -> "facts of community " + community + " wait for the journal since " + waiting);
                records.late(community, waiting);
            }
        }
    }
}
