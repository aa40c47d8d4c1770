package org.linli.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.linli.database.DatabaseException;

/** One portal in this process: server, application and, unless another is named, database. */
final class Portal implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofMinutes(5);

    private final RunOptions options;
    private final Console console;
    private final Home home;
    private @Nullable FileChannel lock;
    private @Nullable PayaraServer server;
    private @Nullable PortalDatabase database;
    private @Nullable ServerFiles files;
    private @Nullable WaitingRoom waitingRoom;
    private boolean closed;

    Portal(RunOptions options, Console console) {
        this.options = options;
        this.console = console;
        this.home = options.home();
    }

    /**
     * Starts everything and returns when the application really serves.
     *
     * @throws StartFailure with a message for people; everything that was started is stopped again
     */
    void start() {
        requireFreePort();
        lock = home.take();
        // whatever ends the process without a signal: the server of the database must not stay behind
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeDatabase, "close-database"));
        try {
            prepareHome();
            openWaitingRoom();
            console.say("Starting … the first start takes a little longer.");
            console.keepToMyself(home.logs());
            startServerAndDatabase();
            deploy();
        } catch (RuntimeException e) { // whatever failed, what has started is stopped
            close();
            throw e;
        }
    }

    /** The application's archive. */
    Path war() {
        ServerFiles unpacked = files;
        if (unpacked == null) {
            throw new IllegalStateException("not started");
        }
        return unpacked.war();
    }

    /** Stops the server first, then the database. Safe at any moment, also while it starts. */
    @Override
    public void close() {
        closeWaitingRoom();
        PayaraServer running = server;
        if (running != null && !closed) {
            closed = true;
            running.shutdown();
        }
        closeDatabase();
        releaseHome();
    }

    private void openWaitingRoom() {
        try {
            waitingRoom = WaitingRoom.open(options);
        } catch (IOException e) {
            throw new StartFailure(StartFailure.NOT_STARTED, "Port " + options.port() + " cannot be used: " + e, e);
        }
    }

    private void closeWaitingRoom() {
        WaitingRoom open = waitingRoom;
        if (open != null) {
            waitingRoom = null;
            open.close();
        }
    }

    private void releaseHome() {
        FileChannel taken = lock;
        if (taken != null) {
            try {
                taken.close();
            } catch (IOException e) {
                throw new StartFailure(StartFailure.FAILED, "The home directory cannot be released: " + e, e);
            }
        }
    }

    private void closeDatabase() {
        PortalDatabase running = database;
        if (running != null) {
            running.close();
        }
    }

    private void requireFreePort() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(options.bind(), options.port()));
        } catch (IOException e) {
            throw new StartFailure(
                    StartFailure.NOT_STARTED,
                    "Port " + options.port() + " on " + options.bind() + " cannot be used (" + e.getMessage()
                            + "). Is another program or another portal listening there? Choose another port: --port "
                            + (options.port() == 8080 ? 8081 : options.port() + 1),
                    e);
        } catch (IllegalArgumentException e) {
            throw new StartFailure(StartFailure.NOT_STARTED, "No such port or address: " + e.getMessage(), e);
        }
    }

    private void prepareHome() {
        boolean outside = PortalDatabase.named(home).isPresent();
        if (options.fresh() && outside) {
            throw new StartFailure(
                    StartFailure.NOT_STARTED,
                    "--fresh is for the embedded database; an outside one is named. Empty that one yourself.");
        }
        try {
            if (options.fresh()) {
                home.putDataAside();
            }
            System.setProperty("linli.home", home.directory().toString());
            System.setProperty("linli.demo", Boolean.toString(options.demo()));
            System.setProperty("linli.operator.token.sha256", home.operatorTokenSha256());
            String key = System.getProperty("linli.secret.key", System.getenv("LINLI_SECRET_KEY"));
            if (key == null) {
                System.setProperty("linli.secret.key", home.secretKey());
                if (outside) {
                    console.say("Several portals over one database need one key: give each the content of "
                            + home.secretKeyFile() + " as LINLI_SECRET_KEY.");
                }
            } else {
                requireKey(key);
            }
        } catch (IOException e) {
            throw new StartFailure(
                    StartFailure.NOT_STARTED, "The home directory " + home.directory() + " cannot be used: " + e, e);
        }
    }

    private static void requireKey(String key) {
        try {
            if (Base64.getDecoder().decode(key.strip()).length >= 32) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // no Base64: the same answer as for one that is too short, and never the key itself
        }
        throw new StartFailure(
                StartFailure.NOT_STARTED,
                "LINLI_SECRET_KEY has to be 32 random bytes in Base64: openssl rand -base64 32. Set it, or set nothing:"
                        + " then a key is made and kept in the home directory.");
    }

    /** Both take seconds and neither needs the other: the database on one thread, the server on another. */
    private void startServerAndDatabase() {
        ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task, "start");
            thread.setDaemon(true);
            return thread;
        });
        CompletableFuture<Void> opening =
                CompletableFuture.runAsync(() -> database = PortalDatabase.open(home, console), threads);
        CompletableFuture<Void> booting = CompletableFuture.runAsync(
                () -> {
                    files = ServerFiles.unpacked(home.directory());
                    server = PayaraServer.boot(files, home, options);
                },
                threads);
        try {
            opening.join();
            booting.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartFailure || e.getCause() instanceof DatabaseException) {
                throw (RuntimeException) e.getCause();
            }
            throw new StartFailure(StartFailure.FAILED, "The portal does not start: " + e.getCause(), e);
        } finally {
            threads.shutdown();
        }
    }

    private void deploy() {
        PortalDatabase opened = database;
        PayaraServer booted = server;
        if (opened == null || booted == null) {
            throw new IllegalStateException("not started");
        }
        if (files != null) {
            System.setProperty("linli.brands.bundled", files.brands().toString());
        }
        System.setProperty("linli.db.url", opened.settings().url());
        System.setProperty("linli.db.user", opened.settings().user());
        System.setProperty("linli.db.password", opened.settings().password());
        Complaints complaints = Complaints.listen();
        boolean deployed = booted.deploy(war());
        closeWaitingRoom();
        booted.listen();
        if (!deployed || !Readiness.await(options.url(), READY_LIMIT)) {
            throw new StartFailure(
                    StartFailure.FAILED,
                    "The application does not come up." + complaints.text() + "\nMore in " + home.logs() + ".");
        }
        complaints.stop();
    }
}
