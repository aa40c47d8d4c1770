package org.linli.portal.platform.rest;

import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.problem.DomainException;

/**
 * Which part of a list is asked for: rows with an id smaller than {@code before}, newest first.
 *
 * @param before exclusive upper bound of ids, Long.MAX_VALUE for the first page
 * @param limit 1 to 100
 */
public record Window(long before, int limit) {
    /** Rows of a page when the caller does not say. */
    public static final int DEFAULT_LIMIT = 20;

    private static final int MAX_LIMIT = 100;

    /** The first page of the usual size. */
    public static Window first() {
        return new Window(Long.MAX_VALUE, DEFAULT_LIMIT);
    }

    /**
     * From the query parameters {@code cursor} and {@code limit}.
     *
     * @throws DomainException platform.bad-cursor or platform.field-out-of-range
     */
    public static Window of(@Nullable String cursor, @Nullable Integer limit) {
        int size = limit == null ? DEFAULT_LIMIT : limit;
        if (size < 1 || size > MAX_LIMIT) {
            throw DomainException.invalidField("limit", "platform.field-out-of-range", 1, MAX_LIMIT);
        }
        if (cursor == null || cursor.isBlank()) {
            return new Window(Long.MAX_VALUE, size);
        }
        try {
            return new Window(Long.parseLong(cursor, 36), size);
        } catch (NumberFormatException e) {
            throw DomainException.invalidField("cursor", "platform.bad-cursor");
        }
    }

    /** Rows to read so that it can be told whether more follow. */
    public int fetchSize() {
        return limit + 1;
    }
}
