package org.linli.portal.demo;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Inserts rows in batches; the driver rewrites each batch into statements of many rows. */
final class RowWriter {
    private static final int BATCH = 1_000;

    private final Connection connection;

    RowWriter(Connection connection) {
        this.connection = connection;
    }

    /** Inserts everything, table after table, in the transaction of the connection. */
    void write(Dataset data) throws SQLException {
        for (Class<? extends Row> type : data.types()) {
            write(type, data.of(type));
        }
    }

    private void write(Class<? extends Row> type, List<? extends Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        RecordComponent[] columns = type.getRecordComponents();
        try (PreparedStatement insert = connection.prepareStatement(insert(type, columns))) {
            int pending = 0;
            for (Row row : rows) {
                for (int i = 0; i < columns.length; i++) {
                    insert.setObject(i + 1, value(row, columns[i]));
                }
                insert.addBatch();
                if (++pending == BATCH) {
                    insert.executeBatch();
                    pending = 0;
                }
            }
            if (pending > 0) {
                insert.executeBatch();
            }
        }
    }

    private static String insert(Class<? extends Row> type, RecordComponent[] columns) {
        String table = snakeCase(type.getSimpleName().replaceFirst("Row$", ""));
        String names = Arrays.stream(columns)
                .map(column -> snakeCase(column.getName()))
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " (" + names + ") VALUES (" + "?, ".repeat(columns.length - 1) + "?)";
    }

    private static @Nullable Object value(Row row, RecordComponent column) {
        try {
            Object value = column.getAccessor().invoke(row);
            return value instanceof Instant instant ? Timestamp.from(instant) : value;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
