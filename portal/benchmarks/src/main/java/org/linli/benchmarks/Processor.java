package org.linli.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.linli.acceptance.RunningPortal;

/** Seconds of the processor used by all that takes part: the portal, its database and the clients in this process. */
final class Processor {
    private final RunningPortal portal;
    private final ProcessHandle database;
    private long portalNanos;
    private long databaseNanos;
    private long clientNanos;

    Processor(RunningPortal portal) {
        this.portal = portal;
        this.database = database(portal);
    }

    /** The server says where it has written down its number; it may be one that the portal did not start. */
    private static ProcessHandle database(RunningPortal portal) {
        try (Connection connection = portal.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@datadir, @@pid_file")) {
            row.next();
            String number = Files.readString(Path.of(row.getString(1)).resolve(row.getString(2)));
            return ProcessHandle.of(Long.parseLong(number.strip())).orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        databaseNanos = used(database);
        clientNanos = used(ProcessHandle.current());
    }

    /** What was used since the beginning, for each of so many. */
    Share since(double done) {
        double inPortal = (used(portal.process()) - portalNanos) / 1e6 / done;
        double inDatabase = (used(database) - databaseNanos) / 1e6 / done;
        double inClients = (used(ProcessHandle.current()) - clientNanos) / 1e6 / done;
        return new Share(inPortal, inDatabase, inPortal + inDatabase + inClients);
    }

    private static long used(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }
}
