package org.linli.portal.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Logger;
import org.linli.portal.platform.jobs.OneByOne;
import org.linli.portal.platform.jobs.PeriodicJob;

/** Gives back what was not fetched in time; each one in a transaction of its own. */
@ApplicationScoped
public class ExpireRedemptions implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(ExpireRedemptions.class.getName());
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
        OneByOne.run(LOG, "redemption", queries.due(BATCH), desk::expire);
    }
}
