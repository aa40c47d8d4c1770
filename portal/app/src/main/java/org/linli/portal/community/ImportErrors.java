package org.linli.portal.community;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts all errors of an import and keeps the first of them. */
final class ImportErrors {
    private static final int KEPT = 100;
    private static final int MAX_VALUE = 60;

    private final List<ImportResult.RowError> kept = new ArrayList<>();
    private int count;

    void add(long line, String field, String code, String value) {
        count++;
        if (kept.size() < KEPT) {
            String part = value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) + "…" : value;
            kept.add(new ImportResult.RowError(line, field, code, part));
        }
    }

    int count() {
        return count;
    }

    List<ImportResult.RowError> byLine() {
        return kept.stream()
                .sorted(Comparator.comparingLong(ImportResult.RowError::line))
                .toList();
    }
}
