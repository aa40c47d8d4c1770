package org.linli.portal.points.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Logger;
import org.linli.portal.platform.jobs.OneByOne;
import org.linli.portal.platform.jobs.PeriodicJob;

/** Pays what was announced long enough; each one in a transaction of its own. */
@ApplicationScoped
public class PayNominations implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(PayNominations.class.getName());
    private static final int BATCH = 200;

    private final NominationPay desk;

    @Inject
    public PayNominations(NominationPay desk) {
        this.desk = desk;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        OneByOne.run(LOG, "nomination", desk.due(BATCH), desk::pay);
    }
}
