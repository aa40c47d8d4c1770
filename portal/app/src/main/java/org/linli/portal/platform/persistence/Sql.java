package org.linli.portal.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL in the present transaction. Parameters may be numbers, texts, booleans, bytes, instants, enum constants
 * (by name) and null; they are always bound, never pasted.
 *
 * <p>A failure is an {@link IllegalStateException} whose cause is the driver's, so that {@link SqlFailure} can read it.
 */
@ApplicationScoped
public class Sql {
    private final DataSource dataSource;

    @Inject
    public Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Makes a value out of the present row; columns count from 1. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(Row row) throws SQLException;
    }

    /** All rows. */
    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        WriteList putOff = WriteList.present();
        if (putOff != null && !putOff.isEmpty()) {
            throw new IllegalStateException("would not see what this command has put off: " + sql);
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet result = statement.executeQuery()) {
            Row row = new Row(result);
            List<T> all = new ArrayList<>();
            while (result.next()) {
                all.add(reader.read(row));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        List<T> rows = list(sql, reader, parameters);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /** The number in the only column of the first row, 0 when there is none. */
    public long number(String sql, @Nullable Object... parameters) {
        return first(sql, row -> row.number(1), parameters).orElse(0L);
    }

    /**
     * Runs an INSERT, UPDATE or DELETE and gives the number of rows that it touched. In a command of a group
     * ({@link GroupCommit}) it is put off and 1 is expected.
     */
    public int update(String sql, @Nullable Object... parameters) {
        WriteList putOff = WriteList.present();
        if (putOff != null) {
            putOff.add(sql, parameters);
            return 1;
        }
        return run(sql, parameters);
    }

    /**
     * Adds an amount to one row: {@code UPDATE … SET x = x + ? WHERE key = ?}. Amounts of a group for the same row become
     * one sum.
     *
     * @param keys what the marks after the first stand for
     * @return whether there is such a row
     */
    public boolean add(String sql, long amount, @Nullable Object... keys) {
        return sum(sql, false, amount, keys);
    }

    /**
     * Takes an amount out of one row if it is there: {@code UPDATE … SET x = x - ? WHERE key = ? AND x >= ?}; otherwise as
     * {@link #add}.
     *
     * @param keys what the marks between the first and the last stand for
     * @return whether it was there
     */
    public boolean take(String sql, long amount, @Nullable Object... keys) {
        return sum(sql, true, amount, keys);
    }

    private boolean sum(String sql, boolean guarded, long amount, @Nullable Object[] keys) {
        @Nullable Object[] values = new @Nullable Object[keys.length + (guarded ? 2 : 1)];
        values[0] = amount;
        System.arraycopy(keys, 0, values, 1, keys.length);
        if (guarded) {
            values[values.length - 1] = amount;
        }
        WriteList putOff = WriteList.present();
        if (putOff != null) {
            putOff.addSum(sql, guarded, values);
            return true;
        }
        return run(sql, values) == 1;
    }

    private int run(String sql, @Nullable Object[] parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object[] parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                bind(statement, i + 1, parameters[i]);
            }
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
        return statement;
    }

    static void bind(PreparedStatement statement, int position, @Nullable Object value) throws SQLException {
        if (value instanceof Instant instant) {
            // not as Timestamp, which the driver takes apart and puts together by a calendar
            statement.setObject(position, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        } else if (value instanceof Enum<?> constant) {
            statement.setString(position, constant.name());
        } else {
            statement.setObject(position, value);
        }
    }

    /** The present row of a result, in the types that features use. */
    public static final class Row {
        private final ResultSet result;

        private Row(ResultSet result) {
            this.result = result;
        }

        /** An integer that is never null. */
        public long number(int column) throws SQLException {
            return result.getLong(column);
        }

        /** An integer that is never null and fits 32 bits. */
        public int integer(int column) throws SQLException {
            return Math.toIntExact(result.getLong(column));
        }

        /** An integer or null. */
        public @Nullable Long numberOrNull(int column) throws SQLException {
            long value = result.getLong(column);
            return result.wasNull() ? null : (Long) value;
        }

        /** A text that is never null. */
        public String text(int column) throws SQLException {
            return result.getString(column);
        }

        /** A text or null. */
        public @Nullable String textOrNull(int column) throws SQLException {
            return result.getString(column);
        }

        /** Bytes that are never null. */
        public byte[] bytes(int column) throws SQLException {
            return result.getBytes(column);
        }

        /** A flag that is never null. */
        public boolean flag(int column) throws SQLException {
            return result.getBoolean(column);
        }

        /** An instant that is never null. */
        public Instant instant(int column) throws SQLException {
            return Objects.requireNonNull(instantOrNull(column));
        }

        /** An instant or null. */
        public @Nullable Instant instantOrNull(int column) throws SQLException {
            LocalDateTime value = result.getObject(column, LocalDateTime.class);
            return value == null ? null : value.toInstant(ZoneOffset.UTC);
        }

        /** A constant by its name, never null. */
        public <E extends Enum<E>> E constant(int column, Class<E> type) throws SQLException {
            return Enum.valueOf(type, result.getString(column));
        }
    }
}
