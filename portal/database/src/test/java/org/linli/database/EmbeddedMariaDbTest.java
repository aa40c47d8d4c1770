package org.linli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedMariaDbTest {

    private final Path directory = Path.of("target", "embedded-test").toAbsolutePath();
    private final EmbeddedMariaDb.Place place = new EmbeddedMariaDb.Place(directory, TestDatabase.programs(), 0);

    @BeforeEach
    void beginAnew() throws IOException {
        FileTree.delete(directory);
    }

    @Test
    void keepTheDataFromRunToRun() throws SQLException {
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(place)) {
            execute(server.settings(), "CREATE TABLE kept (name VARCHAR(20)) ENGINE=InnoDB");
            execute(server.settings(), "INSERT INTO kept VALUES ('𠮷 王秀英')");
        }
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(place)) {
            assertThat(text(server.settings(), "SELECT name FROM kept")).isEqualTo("𠮷 王秀英");
        }
    }

    @Test
    void letNobodyInWithoutThePasswordAndKeepItFromOthers() throws IOException, SQLException {
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(place)) {
            DatabaseSettings settings = server.settings();
            for (String user : List.of("root", "linli", "mysql", "")) {
                DatabaseSettings withoutPassword = new DatabaseSettings(settings.url(), user, "");
                assertThatThrownBy(withoutPassword::connect)
                        .as("user '%s'", user)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("Access denied");
            }
            assertThat(text(settings, "SELECT @@bind_address")).isEqualTo("127.0.0.1");
            assertThat(text(settings, "SELECT @@transaction_isolation")).isEqualTo("READ-COMMITTED");
            assertThat(text(settings, "SELECT @@innodb_flush_log_at_trx_commit"))
                    .isEqualTo("1");
            assertThat(text(settings, "SELECT @@time_zone")).isEqualTo("+00:00");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("password"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        assertThat(directory.resolve("accounts.sql")).doesNotExist();
    }

    @Test
    void refuseADirectoryThatIsInUse() {
        try (EmbeddedMariaDb first = EmbeddedMariaDb.start(place)) {
            assertThatThrownBy(() -> EmbeddedMariaDb.start(place))
                    .isInstanceOf(DatabaseInUseException.class)
                    .hasMessageContaining(directory.toString());
            assertThat(first.isAlive()).isTrue();
        }
    }

    @Test
    void stopAServerThatAKilledPortalLeftBehind() throws Exception {
        List<String> command = new ArrayList<>();
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(place)) {
            ProcessHandle.Info info =
                    ProcessHandle.of(server.pid()).orElseThrow().info();
            command.add(info.command().orElseThrow());
            command.addAll(List.of(info.arguments().orElseThrow()));
        }
        // nobody's child: its accounts are in the data already
        command.removeIf(argument -> argument.startsWith("--init-file"));
        Process orphan = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("orphan.log").toFile())
                .start();
        awaitLock(orphan, directory.resolve("orphan.log"));
        Files.delete(directory.resolve("mariadbd.pid"));

        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(place)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(text(server.settings(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void comeBackOnTheSamePortAfterItWasKilled() throws SQLException {
        EmbeddedMariaDb killed = EmbeddedMariaDb.start(place);
        ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
        killed.awaitEnd();
        try (EmbeddedMariaDb again = killed.startAgain()) {
            assertThat(again.settings()).isEqualTo(killed.settings());
            assertThat(text(killed.settings(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void showTheEndOfTheLogIfTheServerDoesNotStart() throws IOException {
        EmbeddedMariaDb.start(place).close();
        Files.writeString(directory.resolve("data").resolve("ibdata1"), "not a tablespace");

        assertThatThrownBy(() -> EmbeddedMariaDb.start(place))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("ended while starting")
                .hasMessageContaining("InnoDB");
    }

    private static void awaitLock(Process orphan, Path log) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 300 && orphan.isAlive(); attempt++) {
            if (Files.readString(log).contains("ready for connections")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IOException("the orphan does not start: " + Files.readString(log));
    }

    private static void execute(DatabaseSettings settings, String sql) throws SQLException {
        try (Connection connection = settings.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(DatabaseSettings settings, String sql) throws SQLException {
        try (Connection connection = settings.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
