package org.linli.benchmarks;

import java.time.Duration;
import org.linli.acceptance.RunningPortal;

/** Seconds of the processor used by all that takes part: the portal, its database and the clients in this process. */
final class Processor {
    private final RunningPortal portal;
    private long portalNanos;
    private long databaseNanos;
    private long clientNanos;

    Processor(RunningPortal portal) {
        this.portal = portal;
    }

    /**
     * Milliseconds for one thing done.
     *
     * @param portal in the portal
     * @param database in the database server
     * @param all in both and in the clients
     */
    record Share(double portal, double database, double all) {}

    void begin() {
        portalNanos = used(portal.process());
        databaseNanos = used(portal.databaseProcess());
        clientNanos = used(ProcessHandle.current());
    }

    /** What was used since the beginning, for each of so many. */
    Share since(double done) {
        double inPortal = (used(portal.process()) - portalNanos) / 1e6 / done;
        double inDatabase = (used(portal.databaseProcess()) - databaseNanos) / 1e6 / done;
        double inClients = (used(ProcessHandle.current()) - clientNanos) / 1e6 / done;
        return new Share(inPortal, inDatabase, inPortal + inDatabase + inClients);
    }

    private static long used(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }
}
