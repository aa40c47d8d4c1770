package org.linli.portal.hours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Logger;
import org.linli.portal.platform.jobs.OneByOne;
import org.linli.portal.platform.jobs.PeriodicJob;

/** Counts back-entries whose announcement is over; each one in a transaction of its own. */
@ApplicationScoped
public class CountBackEntries implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(CountBackEntries.class.getName());
    private static final int BATCH = 200;

    private final BackEntryCounting counting;

    @Inject
    public CountBackEntries(BackEntryCounting counting) {
        this.counting = counting;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        OneByOne.run(LOG, "back-entry", counting.due(BATCH), counting::count);
    }
}
