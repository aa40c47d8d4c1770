package org.linli.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.database.DatabaseSettings;

/**
 * The portal as people run it: linli.jar in a process of its own, on a free loopback port, with its own home directory.
 *
 * <p>Most tests share one with demo data ({@link #shared}), which ends with the JVM.
 */
public final class RunningPortal implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    private final Path home;
    private final int port;
    private final List<String> javaOptions;
    private @Nullable DatabaseSettings outside;
    private @Nullable PortalProcess process;

    private RunningPortal(Path home, int port, List<String> javaOptions) {
        this.home = home;
        this.port = port;
        this.javaOptions = javaOptions;
    }

    /**
     * The portal that the tests of this JVM share; started at the first use. While writing tests it may be one that runs
     * already: {@code -Dlinli.portal.port=8080 -Dlinli.portal.home=.linli}.
     */
    public static RunningPortal shared() {
        return Shared.PORTAL;
    }

    /** A portal of one's own in {@code target/<name>}, with fresh demo data. */
    public static RunningPortal fresh(String name) {
        return fresh(name, QUICK_START);
    }

    /** The same with other options for its Java. */
    public static RunningPortal fresh(String name, List<String> javaOptions) {
        Path home = Path.of("target", name).toAbsolutePath();
        try {
            deleteTree(home);
            Files.createDirectories(home);
            RunningPortal portal = new RunningPortal(home, freePort(), javaOptions);
            portal.process = portal.launch();
            Runtime.getRuntime().addShutdownHook(new Thread(portal::close));
            portal.awaitReady();
            Pace.ofTests(portal);
            return portal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One of several portals over one outside database, with demo data; it is being started and not awaited.
     *
     * @param secretKey 32 bytes in Base64, the same for all of them
     */
    public static RunningPortal node(String name, DatabaseSettings database, String secretKey) {
        return node(name, database, secretKey, QUICK_START);
    }

    /** The same with other options for its Java. */
    public static RunningPortal node(
            String name, DatabaseSettings database, String secretKey, List<String> javaOptions) {
        Path home = Path.of("target", name).toAbsolutePath();
        try {
            deleteTree(home);
            Files.createDirectories(home);
            List<String> options = new ArrayList<>(javaOptions);
            options.add("-Dlinli.secret.key=" + secretKey);
            options.add("-Dlinli.db.url=" + database.url());
            options.add("-Dlinli.db.user=" + database.user());
            options.add("-Dlinli.db.password=" + database.password());
            RunningPortal portal = new RunningPortal(home, freePort(), options);
            portal.outside = database;
            portal.process = portal.launch();
            Runtime.getRuntime().addShutdownHook(new Thread(portal::close));
            return portal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a portal starts with when it shall be there soon. */
    public static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx768m");

    /** The address, ending in a slash. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    public Path home() {
        return home;
    }

    /** One connection to the portal's own database. */
    public Connection connect() throws SQLException {
        return database().connect();
    }

    /** How to reach the portal's own database. */
    public DatabaseSettings database() {
        if (outside != null) {
            return outside;
        }
        try {
            String password =
                    Files.readString(home.resolve("database/password")).strip();
            String url = "jdbc:mysql://127.0.0.1:" + databasePort() + "/linli?sslMode=DISABLED";
            return new DatabaseSettings(url, "linli", password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Process of the database server. */
    public ProcessHandle databaseProcess() {
        try {
            long pid = Long.parseLong(
                    Files.readString(home.resolve("database/mariadbd.pid")).strip());
            return ProcessHandle.of(pid).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Process of the portal. */
    public ProcessHandle process() {
        return running().handle();
    }

    /** Ends the portal as kill -9 does. */
    public void kill() {
        running().kill();
    }

    /** Ends the portal as Ctrl-C does. */
    @Override
    public void close() {
        if (process != null) {
            process.stop();
        }
    }

    private PortalProcess running() {
        return Objects.requireNonNull(process, "not started here");
    }

    /** Starts it again over the same home and port, and waits until it is ready. */
    public void startAgain() {
        try {
            process = launch();
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until /health/ready says that it serves. */
    public void awaitReady() {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!isReady()) {
            if (!running().isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "the portal does not come up:\n" + running().lastLines());
            }
            PortalProcess.pause(100);
        }
    }

    /** Whether it says that it serves. */
    public boolean isReady() {
        HttpRequest question = HttpRequest.newBuilder(address().resolve("health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return Rest.CLIENT
                            .send(question, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the process printed. */
    public Path log() {
        return home.resolve("console.log");
    }

    private PortalProcess launch() throws IOException {
        return PortalProcess.launch(home, port, javaOptions, log());
    }

    /** Top directory of the project. */
    public static Path top() {
        return Path.of(System.getProperty("linli.top", "../.."))
                .toAbsolutePath()
                .normalize();
    }

    private String databasePort() throws IOException {
        String[] arguments = databaseProcess().info().arguments().orElseThrow();
        return Stream.of(arguments)
                .filter(argument -> argument.startsWith("--port="))
                .map(argument -> argument.substring("--port=".length()))
                .findFirst()
                .orElseThrow();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static final class Shared {
        private static final RunningPortal PORTAL = port() == 0 ? fresh("portal") : running();

        private static int port() {
            return Integer.getInteger("linli.portal.port", 0);
        }

        private static RunningPortal running() {
            Path home =
                    Path.of(System.getProperty("linli.portal.home", ".linli")).toAbsolutePath();
            return new RunningPortal(home, port(), List.of());
        }
    }
}
