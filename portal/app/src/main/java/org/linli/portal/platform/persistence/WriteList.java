package org.linli.portal.platform.persistence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one command wants written, in its order: put off until it is written together with what others want. */
final class WriteList {
    private static final ThreadLocal<@Nullable WriteList> PRESENT = new ThreadLocal<>();
    private static final String VALUES = " VALUES ";

    /** Rows of values and nothing behind them: such a statement may be given the rows of others. */
    private static final Pattern ROWS = Pattern.compile("\\([^()]*\\)(, ?\\([^()]*\\))*");

    private final List<Write> writes = new ArrayList<>();
    private int ahead = -1;

    /** How statements of the same text become one. */
    enum Merge {
        /** An INSERT: their rows one after the other. */
        ROWS,
        /** An amount moved: those of the same row become one sum. */
        SUM,
        /** Not at all; it is expected to touch one row. */
        NONE
    }

    /**
     * A statement that was put off.
     *
     * @param values in the order of the marks; for a sum the amount first, then what names the row
     */
    record Write(
            String sql,
            Merge merge,
            boolean guarded,
            @Nullable Object[] values) {}

    /** From now on this thread's writes are put off. */
    static WriteList begin() {
        if (PRESENT.get() != null) {
            throw new IllegalStateException("writes are put off already");
        }
        WriteList list = new WriteList();
        PRESENT.set(list);
        return list;
    }

    /** This thread's writes are made at once again. */
    static void end() {
        PRESENT.remove();
    }

    /** The list of this thread, null when its writes are made at once. */
    static @Nullable WriteList present() {
        return PRESENT.get();
    }

    /** What is added from now on comes before all that was added. */
    void ahead() {
        ahead = 0;
    }

    void add(String sql, @Nullable Object... values) {
        add(new Write(sql, isRows(sql) ? Merge.ROWS : Merge.NONE, false, values));
    }

    /** An amount is moved; guarded when the amount stands a second time, last, as a condition. */
    void addSum(String sql, boolean guarded, @Nullable Object... values) {
        add(new Write(sql, Merge.SUM, guarded, values));
    }

    private void add(Write write) {
        if (ahead < 0) {
            writes.add(write);
        } else {
            writes.add(ahead++, write);
        }
    }

    boolean isEmpty() {
        return writes.isEmpty();
    }

    List<Write> writes() {
        return writes;
    }

    /** Lists with the same texts are written together. */
    List<String> shape() {
        return Arrays.asList(writes.stream().map(Write::sql).toArray(String[]::new));
    }

    private static boolean isRows(String sql) {
        int values = sql.indexOf(VALUES);
        return sql.startsWith("INSERT INTO ")
                && values > 0
                && ROWS.matcher(sql)
                        .region(values + VALUES.length(), sql.length())
                        .matches();
    }

    /** Where the rows of an INSERT begin. */
    static int rowsOf(String sql) {
        return sql.indexOf(VALUES) + VALUES.length();
    }
}
