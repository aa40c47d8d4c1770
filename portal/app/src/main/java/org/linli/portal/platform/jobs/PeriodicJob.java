package org.linli.portal.platform.jobs;

import java.time.Duration;

/** A bean that every node runs again and again; it must be safe to run on two nodes at once. */
public interface PeriodicJob {
    /** Pause between two runs. */
    Duration every();

    /** One run; a failure is logged and the next run tries again. */
    void run() throws Exception;
}
