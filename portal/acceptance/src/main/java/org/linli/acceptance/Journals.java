package org.linli.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Exports a community's journal and has {@code linli verify} prove it, as an auditor does. */
public final class Journals {
    private static final int ATTEMPTS = 900;

    private Journals() {}

    /** Fails unless all facts of the administrator's community are sealed soon, and the exported journal proves itself. */
    public static void prove(RunningPortal portal) {
        awaitSealed(portal);
        Rest admin = Secrets.rest(portal, "admin");
        String community = number(
                portal,
                "SELECT p.community_id FROM person p JOIN account a ON a.person_id = p.id WHERE a.login = 'admin'");
        Path file = portal.home().resolve("journal.jsonl");
        try {
            Files.writeString(
                    file,
                    admin.call("GET", "journals/" + community + "/entries.jsonl")
                            .header("Accept", "*/*")
                            .send()
                            .expect(200)
                            .text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        verify(portal, file);
    }

    private static void awaitSealed(RunningPortal portal) {
        for (int attempt = 1;
                !number(portal, "SELECT COUNT(*) FROM journal_pending").equals("0");
                attempt++) {
            if (attempt == ATTEMPTS) {
                throw new AssertionError("facts wait to be sealed for a minute and a half");
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static void verify(RunningPortal portal, Path file) {
        Path said = portal.home().resolve("verify.log");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("linli.jar", "../launcher/target/linli.jar"),
                "verify",
                file.toString());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError("linli verify says:\n" + Files.readString(said));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String number(RunningPortal portal, String query) {
        try (Connection connection = portal.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
