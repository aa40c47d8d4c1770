package org.linli.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The process in which linli.jar runs for tests. */
final class PortalProcess {
    private static final long STOP_LIMIT_SECONDS = 60;

    private final Process process;
    private final Path log;

    private PortalProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a portal with demo data and does not wait for it.
     *
     * @param log what it prints is added to that file
     */
    static PortalProcess launch(Path home, int port, List<String> javaOptions, Path log) throws IOException {
        Path jar = Path.of(System.getProperty("linli.jar", "../launcher/target/linli.jar"));
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing; run `mvn verify`, which packs it first");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        // the program of the database is unpacked once for all tests
        command.add("-Dlinli.programs=" + RunningPortal.top().resolve("target/programs"));
        command.add("-Dlinli.orders.open-limit=0"); // a few residents place all orders of the tests
        command.addAll(List.of("-jar", jar.toString(), "run", "--demo"));
        command.addAll(List.of("--home", home.toString(), "--port", Integer.toString(port)));
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new PortalProcess(started, log);
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as kill -9 does. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Ends it as Ctrl-C does, and by force after a minute. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The end of what it printed. */
    String lastLines() {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 30), all.size()));
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
