package org.linli.launcher;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the portal until it is told to stop. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Run the portal until Ctrl-C.",
        footer = {
            "",
            "Without a database setting it starts a MariaDB of its own inside the home directory. An outside MySQL 8 or",
            "MariaDB 11.4 is named by LINLI_DB_URL, LINLI_DB_USER and LINLI_DB_PASSWORD (or -Dlinli.db.url and so on, or",
            "the file linli.properties in the home directory).",
            "",
            "Exit code: 0 done, 1 failed, 2 not started (port taken, home in use), 130 and 143 stopped by a signal."
        })
final class RunCommand implements Callable<Integer> {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${env:LINLI_HOME:-${sys:user.home}/.linli}",
            description = "Where data, secrets and logs are kept. Default: $$LINLI_HOME, else ~/.linli")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path home;

    @Option(
            names = "--port",
            defaultValue = "${env:LINLI_PORT:-8080}",
            description = "Port to listen on. Default: $$LINLI_PORT, else 8080")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "${env:LINLI_BIND:-127.0.0.1}",
            description = "Address to listen on; 0.0.0.0 for every one. Default: $$LINLI_BIND, else 127.0.0.1")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String bind;

    @Option(names = "--demo", description = "Fill an empty database with demo data.", negatable = true)
    private boolean demo;

    @Option(names = "--fresh", description = "Start anew: put the data of the embedded database aside.")
    private boolean fresh;

    @Option(names = "--db-url", paramLabel = "URL", description = "Outside database: jdbc:mysql://host:3306/linli")
    private @Nullable String databaseUrl;

    @Option(names = "--db-user", paramLabel = "NAME", description = "Its user. The password: $$LINLI_DB_PASSWORD")
    private @Nullable String databaseUser;

    @Override
    public Integer call() throws InterruptedException {
        if (databaseUrl != null) {
            System.setProperty("linli.db.url", databaseUrl);
        }
        if (databaseUser != null) {
            System.setProperty("linli.db.user", databaseUser);
        }
        RunOptions options = new RunOptions(new Home(home), bind, port, fresh, demo);
        Console console = new Console();
        Portal portal = new Portal(options, console);
        Signals.onStop(signal -> {
            console.say("Stopping …");
            portal.close();
            System.exit(128 + signal);
        });
        portal.start();
        console.say(String.format(
                Locale.ROOT,
                "%n  邻里 Linli is ready after %.1f s:  %s%n",
                sinceStart().toMillis() / 1000.0,
                options.url()));
        if (demo) {
            SignIns.of(portal.war()).forEach(console::say);
        }
        console.say("  Data in " + options.home().directory() + ", log in its directory logs. Stop with Ctrl-C.");
        new CountDownLatch(1).await();
        return 0;
    }

    /** Since the start of Java, not of the process: ./linli may have built for minutes before it became Java. */
    private static Duration sinceStart() {
        return Duration.ofMillis(System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime());
    }
}
