package org.linli.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Makes the data directory of a new server: what the script mariadb-install-db does, without a shell. */
final class NewDataDirectory {

    private static final List<String> SYSTEM_TABLES = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql");

    private NewDataDirectory() {}

    /** Made beside its place and renamed at the end: a half made directory is never served. */
    static void makeIfMissing(Path data, Path base, Path log) throws IOException {
        if (Files.isDirectory(data)) {
            return;
        }
        Path half = data.resolveSibling("data-being-made");
        FileTree.delete(half);
        PrivateFile.createDirectory(half);
        List<String> command = new ArrayList<>();
        command.add(base.resolve("bin/mariadbd").toString());
        command.addAll(ServerArguments.common(base, half));
        command.addAll(ServerArguments.asRoot(half));
        command.addAll(List.of(
                "--bootstrap",
                "--skip-log-error",
                "--log-warnings=0",
                "--enforce-storage-engine=",
                "--max-allowed-packet=8M",
                "--net-buffer-length=16K"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try (OutputStream statements = process.getOutputStream()) {
            // no root account over the network: only the same user of the machine, through the socket
            statements.write("CREATE DATABASE IF NOT EXISTS mysql;\nUSE mysql;\nSET @auth_root_socket='root';\n"
                    .getBytes(StandardCharsets.UTF_8));
            for (String tables : SYSTEM_TABLES) {
                Files.copy(base.resolve("share").resolve(tables), statements);
            }
        } catch (IOException e) {
            throw new DatabaseException("The new database could not be made; see " + log + ".", e);
        }
        awaitSuccess(process, log);
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void awaitSuccess(Process process, Path log) throws IOException {
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new DatabaseException("The new database could not be made (exit code " + code + "); see " + log
                        + ". Is there enough space? It needs 150 MB.");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while making the new database", e);
        }
    }
}
