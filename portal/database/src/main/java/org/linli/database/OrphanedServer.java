package org.linli.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A server of an earlier run that outlived its portal (kill -9) and still holds the data files. */
final class OrphanedServer {

    private OrphanedServer() {}

    /**
     * Finds it and stops it. Only a mariadbd that works on exactly this data directory is ever touched. The caller
     * holds the lock of the directory, so no living portal uses that server.
     *
     * @return whether there was one
     */
    static boolean stop(Path data, Path pidFile, int seconds) {
        Optional<ProcessHandle> orphan = named(pidFile)
                .filter(process -> isServerOf(process, data))
                .or(() -> ProcessHandle.allProcesses()
                        .filter(process -> isServerOf(process, data))
                        .findFirst());
        orphan.ifPresent(process -> ServerProcess.end(process, seconds));
        return orphan.isPresent();
    }

    private static Optional<ProcessHandle> named(Path pidFile) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isServerOf(ProcessHandle process, Path data) {
        ProcessHandle.Info info = process.info();
        boolean server = info.command()
                .map(command -> Path.of(command).endsWith("mariadbd"))
                .orElse(false);
        return server
                && info.arguments()
                        .map(arguments -> Arrays.asList(arguments).contains("--datadir=" + data))
                        .orElse(false);
    }
}
