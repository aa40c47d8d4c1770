package org.linli.portal.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.linli.portal.platform.jobs.PeriodicJob;

/** Gives back what was not fetched in time; each one in a transaction of its own. */
@ApplicationScoped
public class ExpireRedemptions implements PeriodicJob {
    private static final int BATCH = 200;

    private final ShopQueries queries;
    private final ShopDesk desk;

    @Inject
    public ExpireRedemptions(ShopQueries queries, ShopDesk desk) {
        this.queries = queries;
        this.desk = desk;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        queries.due(BATCH).forEach(desk::expire);
    }
}
