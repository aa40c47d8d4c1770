package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.linli.portal.orders.persistence.StepRows;
import org.linli.portal.platform.jobs.PeriodicJob;

/** Tells brands of orders and steps that took too long, once each. */
@ApplicationScoped
public class StepClock implements PeriodicJob {
    private final LateDesk desk;

    @Inject
    public StepClock(LateDesk desk) {
        this.desk = desk;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        for (StepRows.Late late : desk.late()) {
            desk.tell(late);
        }
    }
}
