package org.linli.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A portal in small, in a process of its own: starts the embedded server, then writes rows in several threads and prints
 * the id of each after its commit was acknowledged.
 */
public final class AcknowledgingWriter {

    private static final int THREADS = 8;

    private AcknowledgingWriter() {}

    /** Arguments: directory of the database, directory of the programs, first id. */
    public static void main(String[] arguments) throws SQLException {
        EmbeddedMariaDb server =
                EmbeddedMariaDb.start(new EmbeddedMariaDb.Place(Path.of(arguments[0]), Path.of(arguments[1]), 0));
        try (Connection connection = server.settings().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS written (id BIGINT PRIMARY KEY, text VARCHAR(200)) ENGINE=InnoDB");
        }
        print("server " + server.pid());
        long first = Long.parseLong(arguments[2]);
        for (int thread = 0; thread < THREADS; thread++) {
            long start = first + thread;
            new Thread(() -> write(server.settings(), start)).start();
        }
    }

    private static void write(DatabaseSettings settings, long start) {
        try (Connection connection = settings.connect();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO written VALUES (?, ?)")) {
            connection.setAutoCommit(false);
            for (long id = start; ; id += THREADS) {
                insert.setLong(1, id);
                insert.setString(2, "a row of some length, so that pages are split now and then: " + id);
                insert.executeUpdate();
                connection.commit();
                print("ack " + id);
            }
        } catch (SQLException e) {
            print("ended " + e.getMessage());
        }
    }

    private static void print(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
