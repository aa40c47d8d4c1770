package org.linli.portal.platform.rest;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, newest first.
 *
 * @param items the rows
 * @param nextCursor to be given as {@code cursor} for the rows that follow, null at the end
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page out of one row more than asked for.
     *
     * @param rows up to {@code window.limit() + 1} rows, newest first
     * @param id gives the id that the cursor is made of
     */
    public static <T> Page<T> of(List<T> rows, Window window, ToLongFunction<T> id) {
        if (rows.size() <= window.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, window.limit());
        return new Page<>(items, Long.toString(id.applyAsLong(items.get(items.size() - 1)), 36));
    }
}
