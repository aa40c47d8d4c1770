package org.linli.database;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the database.
 *
 * @param url a Connector/J URL, completed with the parameters that the portal needs
 * @param user name of the account
 * @param password its password, never printed or logged
 */
public record DatabaseSettings(String url, String user, String password) {

    /** Name of the settings file in the home directory. */
    public static final String FILE = "linli.properties";

    private static final String URL = "linli.db.url";
    private static final String USER = "linli.db.user";
    private static final String PASSWORD = "linli.db.password";

    /** @throws DatabaseException if the URL is not one of Connector/J's */
    public DatabaseSettings {
        url = url.strip();
        if (url.startsWith("jdbc:mariadb:")) {
            throw new DatabaseException("Linli reaches MariaDB through MySQL Connector/J: write the URL as jdbc:mysql:"
                    + withoutSecrets(url.substring("jdbc:mariadb:".length())));
        }
        if (!url.startsWith("jdbc:mysql:") && !url.startsWith("jdbc:mysql+srv:")) {
            throw new DatabaseException(
                    URL + " has to look like jdbc:mysql://host:3306/linli, but is " + withoutSecrets(url));
        }
        url = ConnectionParameters.addTo(url);
    }

    /**
     * The outside server that the operator has named: each of the three values from -D, else from the environment
     * (LINLI_DB_URL, LINLI_DB_USER, LINLI_DB_PASSWORD), else from {@code linli.properties} in the home.
     *
     * @return empty if no URL is named: then the embedded server is meant
     * @throws DatabaseException if only a part is given, or the file cannot be read
     */
    public static Optional<DatabaseSettings> named(
            Path home, Properties systemProperties, Map<String, String> environment) {
        Properties file = read(home.resolve(FILE));
        Lookup lookup = name -> {
            String value = systemProperties.getProperty(name);
            if (value == null) {
                value = environment.get(name.toUpperCase(Locale.ROOT).replace('.', '_'));
            }
            return value == null ? file.getProperty(name) : value;
        };
        String url = lookup.value(URL);
        String user = lookup.value(USER);
        String password = lookup.value(PASSWORD);
        if (url == null || url.isBlank()) {
            if (user != null || password != null) {
                throw new DatabaseException("A database user or password is set, but no " + URL
                        + " (environment LINLI_DB_URL). Set it, or remove the others to use the embedded database.");
            }
            return Optional.empty();
        }
        return Optional.of(new DatabaseSettings(url, required(user, USER), required(password, PASSWORD)));
    }

    /** Opens one connection outside any pool. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** The address for people to read: without parameters, which may hold secrets. */
    public String address() {
        return withoutSecrets(url);
    }

    @Override
    public String toString() {
        return user + " at " + address();
    }

    private static String withoutSecrets(String url) {
        int question = url.indexOf('?');
        String address = question < 0 ? url : url.substring(0, question);
        return address.replaceFirst("//[^/@]*@", "//");
    }

    private static String required(@Nullable String value, String name) {
        if (value == null) {
            throw new DatabaseException("An outside database is named, but " + name + " is missing. Set it by -D" + name
                    + "=…, by the environment variable "
                    + name.toUpperCase(Locale.ROOT).replace('.', '_') + ", or in " + FILE + " in the home directory.");
        }
        return value;
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new DatabaseException("Cannot read the settings in " + file + ": " + e.getMessage(), e);
            }
        }
        return properties;
    }

    private interface Lookup {
        @Nullable
        String value(String name);
    }
}
