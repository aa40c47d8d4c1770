package org.linli.portal.platform.jobs;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the periodic jobs with the application and ends them with it. */
@ApplicationScoped
public class JobSchedule {
    private static final Logger LOG = Logger.getLogger(JobSchedule.class.getName());

    private final Instance<PeriodicJob> jobs;
    private final List<Future<?>> running = new ArrayList<>();

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    public JobSchedule(Instance<PeriodicJob> jobs) {
        this.jobs = jobs;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        for (PeriodicJob job : jobs) {
            long pause = job.every().toMillis();
            running.add(executor.scheduleWithFixedDelay(() -> run(job), pause, pause, TimeUnit.MILLISECONDS));
        }
    }

    @PreDestroy
    void stop() {
        running.forEach(job -> job.cancel(true));
    }

    private static void run(PeriodicJob job) {
        try {
            job.run();
        } catch (Exception e) { // an exception would end the schedule
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> "job failed, will run again: " + job.getClass().getSimpleName());
        }
    }
}
