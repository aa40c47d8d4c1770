package org.linli.portal.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.linli.database.TestDatabase;

/** Tells the server that Arquillian is about to start which database it has. Comes before the extension of Arquillian. */
public class ContainerDatabase implements BeforeAllCallback {
    private static final String LISTENER =
            "configs.config.server-config.network-config.network-listeners.network-listener.http-listener";

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, SQLException {
        if (System.getProperty("linli.db.url") != null) {
            return; // within the server, which has been told
        }
        TestDatabase database = TestDatabase.create();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE probe (id INT NOT NULL PRIMARY KEY, n INT NOT NULL)");
            statement.execute("INSERT INTO probe VALUES (1, 0), (2, 0)");
        }
        Path commands = Path.of("target", "server-for-tests", "pre-boot").toAbsolutePath();
        Files.writeString(commands, "set " + LISTENER + ".address=127.0.0.1\n");
        System.setProperty(
                "payara.extraMicroOptions", "--nohazelcast --contextroot / --prebootcommandfile " + commands);
        System.setProperty(
                "payara.cmdOptions",
                String.join(
                        " ",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dlinli.home=" + Path.of("target", "server-for-tests").toAbsolutePath(),
                        "-Dlinli.secret.key=" + Base64.getEncoder().encodeToString(new byte[32]),
                        "-Dlinli.db.url=" + database.url(),
                        "-Dlinli.db.user=" + database.user(),
                        "-Dlinli.db.password=" + database.password()));
    }
}
