package org.linli.portal.platform.persistence;

import jakarta.resource.spi.ResourceAllocationException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads why the database refused, through whatever the container wrapped around it. */
public final class SqlFailure {
    /** Deadlock, lock wait timeout, and the words of Galera and Group Replication for a lost certification. */
    private static final Set<Integer> TRANSIENT = Set.of(1213, 1205, 1180, 3101);

    /** SQL states of connections that are refused or lost. */
    private static final String CONNECTION_STATES = "08";

    private static final int DUPLICATE_KEY = 1062;

    private SqlFailure() {}

    /** Whether the same transaction may succeed when it is run again. */
    public static boolean isTransient(Throwable failure) {
        SQLException sql = find(failure, SQLException.class);
        return sql != null && TRANSIENT.contains(sql.getErrorCode());
    }

    /** Whether a unique key was hit; {@code key} is the key's name or null for any. */
    public static boolean isDuplicate(Throwable failure, @Nullable String key) {
        SQLException sql = find(failure, SQLException.class);
        return sql != null
                && sql.getErrorCode() == DUPLICATE_KEY
                && (key == null || String.valueOf(sql.getMessage()).contains(key));
    }

    /** Whether the database could not be asked at all: no connection was free in time, or it is not there. */
    public static boolean isUnavailable(Throwable failure) {
        SQLException sql = find(failure, SQLException.class);
        String state = sql == null ? null : sql.getSQLState();
        return (state != null && state.startsWith(CONNECTION_STATES))
                || find(failure, ResourceAllocationException.class) != null;
    }

    /** The first cause of that type, or null. */
    public static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
