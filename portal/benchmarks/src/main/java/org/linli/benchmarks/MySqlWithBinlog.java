package org.linli.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.database.DatabaseSettings;

/**
 * The MySQL of the tests with its binary log, as a replicated server has it: a commit is two writes to the disk. Reached by
 * its name: Maven compiles this before it has packed the tests' support, where it lives.
 */
final class MySqlWithBinlog implements AutoCloseable {
    private static final List<String> BINARY_LOG = List.of("--log-bin=binlog", "--server-id=1", "--sync-binlog=1");

    private final Object server;

    private MySqlWithBinlog(Object server) {
        this.server = server;
    }

    /** Whether one can run here: that needs the package libaio1. */
    static boolean isAvailable() throws ReflectiveOperationException {
        return (boolean) call(null, "isAvailable", new Class<?>[0]);
    }

    static MySqlWithBinlog start() throws ReflectiveOperationException {
        Path directory = Path.of("target", "bench-mysql");
        return new MySqlWithBinlog(call(null, "start", new Class<?>[] {Path.class, List.class}, directory, BINARY_LOG));
    }

    DatabaseSettings settings() throws ReflectiveOperationException {
        return (DatabaseSettings) call(server, "settings", new Class<?>[0]);
    }

    @Override
    public void close() throws ReflectiveOperationException {
        server.getClass().getMethod("close").invoke(server);
    }

    private static Object call(@Nullable Object target, String name, Class<?>[] types, Object... arguments)
            throws ReflectiveOperationException {
        Class<?> type = Class.forName("org.linli.database.TestMySql");
        return Objects.requireNonNull(type.getMethod(name, types).invoke(target, arguments));
    }
}
