package org.linli.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real MariaDB server as a child process, for whoever names no outside server: one SQL dialect and InnoDB's
 * durability in development, test and production.
 *
 * <p>It listens on the loopback address only, and only the account {@code linli} with a random password, kept in a file
 * of mode 0600 in its directory, can sign in over the network. A server left behind by a killed portal is stopped at the
 * next start.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    private static final String USER = "linli";
    private static final String SCHEMA = "linli";
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final int STOP_LIMIT_SECONDS = 60;

    private final Place place;
    private final FileChannel lock;
    private final ServerProcess process;
    private final DatabaseSettings settings;

    private EmbeddedMariaDb(Place place, FileChannel lock, ServerProcess process, DatabaseSettings settings) {
        this.place = place;
        this.lock = lock;
        this.process = process;
        this.settings = settings;
    }

    /**
     * Where a server lives.
     *
     * @param directory holds data, password, log; made if missing. Not below the temporary directory: data is kept
     * @param programs where the unpacked program is kept, one directory per version
     * @param port TCP port on the loopback address, 0 for any that is free
     */
    public record Place(Path directory, Path programs, int port) {

        public Place {
            directory = directory.toAbsolutePath().normalize();
            programs = programs.toAbsolutePath().normalize();
        }

        /** The usual place inside the home directory of a portal, on a free port. */
        public static Place inside(Path home) {
            return new Place(home.resolve("database"), programs(home), 0);
        }

        /** Several homes may share the unpacked programs: -Dlinli.programs. */
        private static Path programs(Path home) {
            String shared = System.getProperty("linli.programs");
            return shared == null ? home.resolve("programs") : Path.of(shared);
        }

        private Path data() {
            return directory.resolve("data");
        }

        private Path log() {
            return directory.resolve("mariadb.log");
        }

        private Path pidFile() {
            return directory.resolve("mariadbd.pid");
        }
    }

    /**
     * Starts the server and waits until it answers; at the first start the program is unpacked and the data directory
     * made (about 3 s), later it takes well under a second.
     *
     * @throws DatabaseInUseException if another living process works on the directory
     * @throws DatabaseException if the server does not come up; the message holds the end of its log
     */
    public static EmbeddedMariaDb start(Place place) {
        try {
            PrivateFile.createDirectory(place.directory());
            FileChannel lock = lock(place.directory());
            try {
                return startLocked(place, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseException("The embedded database in " + place.directory() + " cannot start: " + e, e);
        }
    }

    private static EmbeddedMariaDb startLocked(Place place, FileChannel lock) throws IOException {
        OrphanedServer.stop(place.data(), place.pidFile(), STOP_LIMIT_SECONDS);
        Path base = MariaDbBinaries.unpack(place.programs());
        NewDataDirectory.makeIfMissing(place.data(), base, place.log());
        String password = PrivateFile.secret(place.directory().resolve("password"), 24);
        Path accounts = place.directory().resolve("accounts.sql");
        PrivateFile.write(accounts, accountStatements(password));
        int port = place.port() == 0 ? freePort() : place.port();
        ServerProcess process =
                ServerProcess.start(command(place, base, accounts, port), place.directory(), place.log());
        try {
            Files.writeString(place.pidFile(), Long.toString(process.pid()));
            awaitAnswer(process, port, place.log());
        } catch (IOException | RuntimeException e) {
            process.stop(STOP_LIMIT_SECONDS);
            throw e;
        }
        Files.delete(accounts);
        String url = "jdbc:mysql://127.0.0.1:" + port + "/" + SCHEMA + "?sslMode=DISABLED";
        Place taken = new Place(place.directory(), place.programs(), port);
        return new EmbeddedMariaDb(taken, lock, process, new DatabaseSettings(url, USER, password));
    }

    /** How to reach it; the account may also create schemas whose names begin with linli. */
    public DatabaseSettings settings() {
        return settings;
    }

    /** Process id of the server. */
    public long pid() {
        return process.pid();
    }

    /** Whether the server still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the server ends, for whatever reason. */
    public void awaitEnd() {
        process.awaitEnd();
    }

    /** Starts a server that has died once more, on the same port: open pools find it again. */
    public EmbeddedMariaDb startAgain() {
        close();
        return start(place);
    }

    /** Stops the server cleanly and frees the directory. Does nothing the second time. */
    @Override
    public void close() {
        if (!lock.isOpen()) {
            return;
        }
        process.stop(STOP_LIMIT_SECONDS);
        try {
            lock.close();
        } catch (IOException e) {
            throw new DatabaseException("The lock of the database directory cannot be released: " + e, e);
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held by this very JVM: the same answer as for another process
        }
        channel.close();
        throw new DatabaseInUseException(directory);
    }

    private static List<String> command(Place place, Path base, Path accounts, int port) throws IOException {
        return Stream.of(
                        List.of(base.resolve("bin/mariadbd").toString()),
                        ServerArguments.common(base, place.data()),
                        ServerArguments.asRoot(place.directory()),
                        List.of(
                                "--port=" + port,
                                "--bind-address=127.0.0.1",
                                // relative to the data directory: a socket's path may have 107 bytes at most
                                "--socket=mariadbd.sock",
                                "--pid-file=" + place.data().resolve("mariadbd.pid"),
                                "--init-file=" + accounts,
                                "--skip-name-resolve",
                                // otherwise a key is made at every start; nothing leaves the machine
                                "--skip-ssl",
                                "--character-set-server=utf8mb4",
                                "--collation-server=utf8mb4_bin",
                                "--transaction-isolation=READ-COMMITTED",
                                "--default-time-zone=+00:00",
                                "--innodb-flush-log-at-trx-commit=1",
                                "--innodb-buffer-pool-size=256M",
                                "--max-allowed-packet=64M",
                                "--max-connections=400",
                                "--skip-log-bin"))
                .flatMap(List::stream)
                .toList();
    }

    private static String accountStatements(String password) {
        // one statement per line, as the server wants it; LIKE pattern: linli and linli_anything
        return String.join(
                "\n",
                "CREATE DATABASE IF NOT EXISTS " + SCHEMA + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;",
                "CREATE USER IF NOT EXISTS '" + USER + "'@'127.0.0.1' IDENTIFIED BY '" + password + "';",
                "ALTER USER '" + USER + "'@'127.0.0.1' IDENTIFIED BY '" + password + "';",
                "GRANT ALL ON `linli%`.* TO '" + USER + "'@'127.0.0.1';",
                "");
    }

    private static void awaitAnswer(ServerProcess process, int port, Path log) throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!answers(port)) {
            if (!process.isAlive()) {
                throw new DatabaseException(
                        "The embedded database ended while starting. Its log " + log + " says:\n" + lastLines(log, 12));
            }
            if (System.nanoTime() > deadline) {
                throw new DatabaseException("The embedded database does not answer after " + START_LIMIT.toSeconds()
                        + " s. Its log is " + log + ".");
            }
            try {
                Thread.sleep(15);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for the embedded database", e);
            }
        }
    }

    /** The server greets first: a bare connect would also be true of a stranger on that port. */
    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            socket.setSoTimeout(2000);
            byte[] greeting = socket.getInputStream().readNBytes(12);
            return new String(greeting, StandardCharsets.ISO_8859_1).contains("11.");
        } catch (IOException e) {
            return false;
        }
    }

    private static String lastLines(Path log, int count) throws IOException {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
            List<String> all = lines.toList();
            return all.subList(Math.max(0, all.size() - count), all.size()).stream()
                    .collect(Collectors.joining("\n"));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
