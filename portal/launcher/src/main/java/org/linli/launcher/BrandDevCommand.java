package org.linli.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A portal that follows what an author compiles. */
@Command(
        name = "dev",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "For authors: open a portal with demo data that takes up the brand in a project, unsigned, and again whenever"
                        + " it is compiled. Ends with Ctrl-C. Never where real people are served.")
final class BrandDevCommand implements Callable<Integer> {
    private static final long LOOK_EVERY_MILLIS = 500;

    @Parameters(
            paramLabel = "DIRECTORY",
            description =
                    "The project, compiled: its target/classes are watched. Or a jar, when libraries are packed in.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path project;

    @Option(names = "--port", defaultValue = "8080", description = "Port of the portal. Default: 8080")
    private int port;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where the portal keeps its data. Default: $$LINLI_HOME (or ~/.linli) with -dev behind it.")
    private @Nullable Path home;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "Use a portal that runs already, with linli.brands.unsigned=true; --home is the home of that portal.")
    private @Nullable String url;

    @Option(
            names = "--login",
            defaultValue = "admin",
            description = "Administrator of the community that takes the brand up. Default: admin of the demo")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String login;

    @Option(
            names = "--password",
            defaultValue = "${env:LINLI_DEV_PASSWORD:-linli-demo}",
            description = "Default: $$LINLI_DEV_PASSWORD, else that of the demo")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String password;

    @Option(names = "--once", description = "End after the first try; exit code 1 when the portal does not take it.")
    private boolean once;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        DevBrand brand = DevBrand.at(project);
        Home where = new Home(home != null ? home : usualHome());
        String address = url != null ? url : start(where);
        DevPortal portal = new DevPortal(
                address,
                PortalAccess.of(
                        address, Files.readString(where.operatorTokenFile()).strip()),
                login,
                password);
        if (once) {
            return take(portal, brand) ? 0 : StartFailure.FAILED;
        }
        say("Watching " + project + ". Compile to try again (mvn compile, or the IDE); Ctrl-C ends.");
        follow(portal, brand);
        return 0;
    }

    private static Path usualHome() {
        String given = System.getenv("LINLI_HOME");
        return given != null && !given.isBlank()
                ? Path.of(given + "-dev")
                : Path.of(System.getProperty("user.home"), ".linli-dev");
    }

    /** Opens a portal of its own, in this process. */
    private String start(Home where) {
        System.setProperty("linli.brands.unsigned", "true");
        RunOptions options = new RunOptions(where, "127.0.0.1", port, false, true);
        Portal portal = new Portal(options, new Console());
        Signals.onStop(signal -> {
            portal.close();
            System.exit(128 + signal);
        });
        portal.start();
        say("A portal with demo data is ready at " + options.url() + " (admin, resident, … ; password linli-demo).");
        return options.url();
    }

    /** What changed twice within a moment is still being written: only what stands still is taken. */
    private void follow(DevPortal portal, DevBrand brand) throws IOException, InterruptedException {
        String taken = "";
        String before = "";
        while (!Thread.currentThread().isInterrupted()) {
            String now = brand.fingerprint();
            if (now.equals(before) && !now.equals(taken)) {
                taken = now;
                take(portal, brand);
            }
            before = now;
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private boolean take(DevPortal portal, DevBrand brand) throws IOException, InterruptedException {
        String time = LocalTime.now(ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        long begin = System.nanoTime();
        try {
            DevBrand.Packed packed = brand.pack(Instant.now());
            try {
                String page = portal.take(packed);
                say(String.format(
                        "%s  %s %s works, after %.1f s.  %s",
                        time, packed.id(), packed.version(), (System.nanoTime() - begin) / 1e9, page));
                return true;
            } finally {
                Files.deleteIfExists(packed.jar());
            }
        } catch (StartFailure e) {
            say(time + "  NOT TAKEN, what worked before goes on.\n          "
                    + String.valueOf(e.getMessage()).replace("\n", "\n          "));
            return false;
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
