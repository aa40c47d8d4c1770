package org.linli.portal.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.linli.portal.activities.persistence.SeriesRows;
import org.linli.portal.platform.jobs.PeriodicJob;

/** Makes the dates of series that came into sight; each series in a transaction of its own. */
@ApplicationScoped
public class PlanAhead implements PeriodicJob {
    private static final int BATCH = 200;

    private final SeriesRows series;
    private final SeriesDesk desk;
    private final Clock clock;

    @Inject
    PlanAhead(SeriesRows series, SeriesDesk desk, Clock clock) {
        this.series = series;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    /** A series is looked at once a day: the last of its sixty days may be missing for so long. */
    @Override
    public void run() {
        series.shortOf(clock.instant().plus(Series.AHEAD).minus(Duration.ofDays(1)), BATCH)
                .forEach(desk::extend);
    }
}
