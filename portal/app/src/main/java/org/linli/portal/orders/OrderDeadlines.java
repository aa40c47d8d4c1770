package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.linli.portal.platform.jobs.PeriodicJob;

/** Watches the time limits of offers and orders. */
@ApplicationScoped
public class OrderDeadlines implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(OrderDeadlines.class.getName());

    private final DeadlineDesk desk;

    @Inject
    public OrderDeadlines(DeadlineDesk desk) {
        this.desk = desk;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void run() {
        for (long orderId : desk.due()) {
            try {
                desk.enforce(orderId);
            } catch (RuntimeException e) { // one order must not stop the others
                LOG.log(Level.WARNING, e, () -> "time limit of order " + orderId + " not enforced, will try again");
            }
        }
    }
}
