package org.linli.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was acknowledged is there after kill -9, of the server as well as of the portal. */
class DurabilityTest {

    private static final int ROUNDS = Boolean.getBoolean("linli.drill") ? 20 : 2;
    private static final int ACKNOWLEDGED_PER_ROUND = 1500;

    private final Path directory = Path.of("target", "durability-test").toAbsolutePath();
    private final Set<Long> acknowledged = new HashSet<>();

    @BeforeEach
    void beginAnew() throws IOException {
        FileTree.delete(directory);
    }

    @Test
    void keepEveryAcknowledgedRowWhenTheServerIsKilled() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            long server = writeAndKill(round, Victim.SERVER);
            assertThat(ProcessHandle.of(server).map(ProcessHandle::isAlive).orElse(false))
                    .isFalse();
            assertThat(rows()).containsAll(acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * ACKNOWLEDGED_PER_ROUND - 1);
    }

    @Test
    void keepEveryAcknowledgedRowAndLeaveNoServerBehindWhenThePortalIsKilled() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            long server = writeAndKill(round, Victim.PORTAL);
            // either the kernel has ended it with its parent, or this start does
            assertThat(rows()).containsAll(acknowledged);
            assertThat(ProcessHandle.of(server).map(ProcessHandle::isAlive).orElse(false))
                    .isFalse();
        }
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * ACKNOWLEDGED_PER_ROUND - 1);
    }

    private long writeAndKill(int round, Victim victim) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AcknowledgingWriter.class.getName(),
                        directory.toString(),
                        TestDatabase.programs().toString(),
                        Long.toString(round * 1_000_000L))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = writer.inputReader()) {
            long server = Long.parseLong(output.readLine().substring("server ".length()));
            int before = acknowledged.size();
            String line = output.readLine();
            while (line != null && acknowledged.size() < before + ACKNOWLEDGED_PER_ROUND) {
                remember(line);
                line = output.readLine();
            }
            ProcessHandle killed =
                    victim == Victim.SERVER ? ProcessHandle.of(server).orElseThrow() : writer.toHandle();
            killed.destroyForcibly();
            // what was printed before the end counts too
            while (line != null) {
                remember(line);
                line = output.readLine();
            }
            writer.destroyForcibly();
            writer.waitFor();
            return server;
        }
    }

    private void remember(String line) {
        if (line.startsWith("ack ")) {
            acknowledged.add(Long.valueOf(line.substring("ack ".length())));
        }
    }

    private Set<Long> rows() throws SQLException {
        Set<Long> rows = new HashSet<>();
        try (EmbeddedMariaDb server =
                        EmbeddedMariaDb.start(new EmbeddedMariaDb.Place(directory, TestDatabase.programs(), 0));
                Connection connection = server.settings().connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT id FROM written")) {
            while (result.next()) {
                rows.add(result.getLong(1));
            }
        }
        return rows;
    }

    private enum Victim {
        SERVER,
        PORTAL
    }
}
