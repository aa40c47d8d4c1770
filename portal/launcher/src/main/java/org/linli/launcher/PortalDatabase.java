package org.linli.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.database.DatabaseException;
import org.linli.database.DatabaseSettings;
import org.linli.database.EmbeddedMariaDb;
import org.linli.database.Migrations;
import org.linli.database.ServerFitness;

/** The database of a running portal: an outside server, or a MariaDB of its own that is started again if it dies. */
final class PortalDatabase implements AutoCloseable {

    private static final Duration LIVED_LONG_ENOUGH = Duration.ofSeconds(30);

    private final DatabaseSettings settings;
    private final Console console;
    private @Nullable EmbeddedMariaDb server;
    private boolean closed;

    private PortalDatabase(DatabaseSettings settings, @Nullable EmbeddedMariaDb server, Console console) {
        this.settings = settings;
        this.server = server;
        this.console = console;
    }

    /** Connects or starts, refuses an unfit server, brings the schema up to date. */
    static PortalDatabase open(Home home, Console console) {
        Optional<DatabaseSettings> named = named(home);
        EmbeddedMariaDb server =
                named.isPresent() ? null : EmbeddedMariaDb.start(EmbeddedMariaDb.Place.inside(home.directory()));
        PortalDatabase database =
                new PortalDatabase(server == null ? named.orElseThrow() : server.settings(), server, console);
        try {
            ServerFitness.check(database.settings);
            Migrations.apply(database.settings);
        } catch (DatabaseException e) {
            database.close();
            throw e;
        }
        if (server != null) {
            database.watch(server);
        }
        return database;
    }

    /** The outside server that is named, if any. */
    static Optional<DatabaseSettings> named(Home home) {
        return DatabaseSettings.named(home.directory(), System.getProperties(), System.getenv());
    }

    DatabaseSettings settings() {
        return settings;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (server != null) {
            server.close();
        }
    }

    private void watch(EmbeddedMariaDb watched) {
        Thread watch = new Thread(
                () -> {
                    Instant since = Instant.now();
                    watched.awaitEnd();
                    startAgain(watched, since);
                },
                "database-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private synchronized void startAgain(EmbeddedMariaDb dead, Instant since) {
        if (closed) {
            return;
        }
        if (since.plus(LIVED_LONG_ENOUGH).isAfter(Instant.now())) {
            console.warn(
                    "The database has ended again; the portal cannot go on. See mariadb.log in the home directory.");
            Runtime.getRuntime().halt(StartFailure.FAILED);
        }
        console.warn("The database has ended unexpectedly and is started again.");
        try {
            server = dead.startAgain();
            watch(server);
        } catch (DatabaseException e) {
            console.warn(String.valueOf(e.getMessage()));
            Runtime.getRuntime().halt(StartFailure.FAILED);
        }
    }
}
