package org.linli.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Refuses a server on which the portal would lose or garble data: better no start than a wrong balance. */
public final class ServerFitness {

    static final String REMEDY = "Use MySQL 8.0 or newer, or MariaDB 11.4 or newer "
            + "(or set no linli.db.url: then Linli starts a database of its own).";

    private static final LocalDateTime TO_THE_MICROSECOND = LocalDateTime.of(2026, 2, 3, 4, 5, 6, 123_456_000);

    private ServerFitness() {}

    /**
     * Connects and checks version, engine, character set and fractional seconds.
     *
     * @return name and version of the server, for the log
     * @throws UnfitServerException if the server must not be used
     * @throws DatabaseException if it cannot be reached or refuses the account
     */
    public static String check(DatabaseSettings settings) {
        try (Connection connection = settings.connect()) {
            return check(connection);
        } catch (SQLException e) {
            throw unreachable(settings, e);
        }
    }

    static String check(Connection connection) throws SQLException {
        // the greeting is asked too: with a 5.5.5- greeting Connector/J drops fractional seconds
        ServerVersion greeting = ServerVersion.parse(connection.getMetaData().getDatabaseProductVersion());
        ServerVersion server = ServerVersion.parse(String.valueOf(text(connection, "SELECT VERSION()")));
        requireVersion(greeting);
        requireVersion(server);
        requireInnoDb(connection);
        requireUtf8mb4(connection);
        requireMicroseconds(connection);
        return server.product() + " " + server.text();
    }

    static void requireVersion(ServerVersion version) {
        boolean fit = version.mariaDb() ? version.atLeast(11, 4) : version.atLeast(8, 0);
        if (!fit) {
            throw new UnfitServerException("The database server is " + version.product() + " " + version.text()
                    + ", which is too old. " + REMEDY);
        }
    }

    private static void requireInnoDb(Connection connection) throws SQLException {
        String support = text(connection, "SELECT SUPPORT FROM information_schema.ENGINES WHERE ENGINE = 'InnoDB'");
        if (!"YES".equals(support) && !"DEFAULT".equals(support)) {
            throw new UnfitServerException("The database server has no InnoDB (it says: " + support
                    + "); without it there are no transactions. Enable the engine on the server.");
        }
    }

    private static void requireUtf8mb4(Connection connection) throws SQLException {
        String known = text(
                connection,
                "SELECT CHARACTER_SET_NAME FROM information_schema.CHARACTER_SETS WHERE CHARACTER_SET_NAME = 'utf8mb4'");
        String client = text(connection, "SELECT @@character_set_client");
        if (known == null || !"utf8mb4".equals(client)) {
            throw new UnfitServerException("The connection to the database speaks '" + client
                    + "', not utf8mb4: names such as 𠮷 would be garbled. Remove characterEncoding from linli.db.url, "
                    + "and skip-character-set-client-handshake from the server's settings.");
        }
    }

    private static void requireMicroseconds(Connection connection) throws SQLException {
        try (PreparedStatement echo = connection.prepareStatement("SELECT CAST(? AS DATETIME(6))")) {
            echo.setObject(1, TO_THE_MICROSECOND);
            try (ResultSet rows = echo.executeQuery()) {
                rows.next();
                LocalDateTime echoed = rows.getObject(1, LocalDateTime.class);
                if (!TO_THE_MICROSECOND.equals(echoed)) {
                    throw new UnfitServerException("The database returned " + echoed + " for " + TO_THE_MICROSECOND
                            + ": fractions of a second are lost. Remove sendFractionalSeconds from linli.db.url. "
                            + REMEDY);
                }
            }
        }
    }

    private static @Nullable String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static DatabaseException unreachable(DatabaseSettings settings, SQLException cause) {
        String remedy;
        if (cause.getErrorCode() == 1045 || cause.getErrorCode() == 1044) {
            remedy = "The server refuses the account: check linli.db.user, linli.db.password and its rights.";
        } else if (cause.getErrorCode() == 1049) {
            remedy = "The server has no such database. Create it: CREATE DATABASE linli CHARACTER SET utf8mb4;";
        } else {
            remedy = "Check that the server runs, that the address is right and that no firewall stands between.";
        }
        return new DatabaseException(
                "Cannot connect as " + settings + ". " + remedy + " (" + firstLine(cause) + ")", cause);
    }

    private static String firstLine(SQLException cause) {
        String message = String.valueOf(cause.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}
