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
import org.jspecify.annotations.Nullable;

/**
 * Starts the periodic jobs with the application and ends them with it.
 *
 * <p>Each run is a task of its own: Payara 6.2025.10 keeps what a run leaves behind (an entity manager that was used outside
 * of a transaction) at the task, closes it after the run and gives it to the next run of the same task.
 */
@ApplicationScoped
public class JobSchedule {
    private static final Logger LOG = Logger.getLogger(JobSchedule.class.getName());

    private final Instance<PeriodicJob> jobs;
    private final List<Repeated> running = new ArrayList<>();
    private volatile boolean ended;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    public JobSchedule(Instance<PeriodicJob> jobs) {
        this.jobs = jobs;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        for (PeriodicJob job : jobs) {
            Repeated repeated = new Repeated(job);
            running.add(repeated);
            repeated.plan();
        }
    }

    @PreDestroy
    void stop() {
        ended = true;
        running.forEach(Repeated::cancel);
    }

    /** A job, and its run that is under way or comes next. */
    private final class Repeated implements Runnable {
        private final PeriodicJob job;
        private volatile @Nullable Future<?> next;

        Repeated(PeriodicJob job) {
            this.job = job;
        }

        void plan() {
            if (!ended) {
                next = executor.schedule(this, job.every().toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        void cancel() {
            Future<?> planned = next;
            if (planned != null) {
                planned.cancel(true);
            }
        }

        @Override
        public void run() {
            try {
                job.run();
            } catch (Exception e) { // the next run tries again
                LOG.log(
                        Level.WARNING,
                        e,
                        () -> "job failed, will run again: " + job.getClass().getSimpleName());
            } finally {
                plan();
            }
        }
    }
}
