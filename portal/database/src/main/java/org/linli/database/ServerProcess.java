package org.linli.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** A database server as a child process that does not outlive this JVM. */
final class ServerProcess {

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts the command. Its output goes to the log file, appended.
     *
     * <p>On Linux the kernel is asked to end the child when its parent dies, even by kill -9. The kernel means the
     * thread that started it: so the child is started by a thread of its own that waits for the child's end.
     */
    static ServerProcess start(List<String> command, Path directory, Path log) throws IOException {
        List<String> guarded = new ArrayList<>(endsWithParent());
        guarded.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(guarded)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread parent = new Thread(
                () -> {
                    try {
                        Process child = builder.start();
                        started.complete(child);
                        waitFor(child);
                    } catch (IOException e) {
                        started.completeExceptionally(e);
                    }
                },
                "database-server-parent");
        parent.setDaemon(true);
        parent.start();
        try {
            return new ServerProcess(started.get());
        } catch (ExecutionException e) {
            throw new IOException("cannot start " + command.get(0), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting " + command.get(0), e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void awaitEnd() {
        waitFor(process);
    }

    /** Asks the server to end and waits for it; kills it if it does not within the time. */
    void stop(int seconds) {
        end(process.toHandle(), seconds);
    }

    /** Ends a process: first asked, then killed. Nothing acknowledged is lost either way. */
    static void end(ProcessHandle process, int seconds) {
        process.destroy();
        if (!ended(process, seconds)) {
            process.destroyForcibly();
            if (!ended(process, seconds)) {
                throw new DatabaseException("The database server, process " + process.pid() + ", does not end.");
            }
        }
    }

    private static boolean ended(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            return !process.isAlive();
        }
    }

    private static void waitFor(Process child) {
        boolean ended = false;
        while (!ended) {
            try {
                child.waitFor();
                ended = true;
            } catch (InterruptedException e) {
                // this thread must live as long as the child: see start
                ended = !child.isAlive();
            }
        }
    }

    /** util-linux has setpriv with --pdeathsig, busybox has not: tried once, it takes a few milliseconds. */
    private static List<String> endsWithParent() {
        for (String setpriv : List.of("/usr/bin/setpriv", "/bin/setpriv")) {
            if (Files.isExecutable(Path.of(setpriv))) {
                List<String> prefix = List.of(setpriv, "--pdeathsig", "TERM", "--");
                return works(prefix) ? prefix : List.of();
            }
        }
        return List.of();
    }

    private static boolean works(List<String> prefix) {
        List<String> trial = new ArrayList<>(prefix);
        trial.add("true");
        try {
            Process process = new ProcessBuilder(trial)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
