package org.linli.portal.brands.automation;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.linli.portal.platform.jobs.PeriodicJob;

/** Works off the queue, a few runs at a time. */
@ApplicationScoped
public class RunBrands implements PeriodicJob {
    private static final int AT_ONCE = 3;
    private static final int MOST = 100;

    private final RunDesk desk;
    private final OneRun one;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    public RunBrands(RunDesk desk, OneRun one) {
        this.desk = desk;
        this.one = one;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() throws InterruptedException {
        if (!one.next()) {
            return;
        }
        List<Callable<Integer>> workers = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            workers.add(this::some);
        }
        executor.invokeAll(workers);
        desk.forget();
    }

    private int some() {
        int done = 0;
        while (done < MOST && one.next()) {
            done++;
        }
        return done;
    }
}
