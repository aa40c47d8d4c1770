package org.linli.portal.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Logger;
import org.linli.portal.platform.jobs.OneByOne;
import org.linli.portal.platform.jobs.PeriodicJob;

/** Takes goods of before, and of demo data, into the ledger. */
@ApplicationScoped
public class ValueGoods implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(ValueGoods.class.getName());
    private static final int BATCH = 200;

    private final ReserveDesk desk;

    @Inject
    public ValueGoods(ReserveDesk desk) {
        this.desk = desk;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        OneByOne.run(LOG, "goods", desk.unknown(BATCH), desk::open);
    }
}
