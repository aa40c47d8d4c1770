package org.linli.portal.community;

import java.util.List;

/**
 * What an import did, or would do.
 *
 * @param rows rows of the file without the header
 * @param added nodes that are new
 * @param renamed nodes that have another name now
 * @param unchanged nodes that were there already
 * @param applied false after a dry run and when there are errors: then nothing was changed
 * @param errorCount all errors
 * @param errors the first of them, by line
 */
public record ImportResult(
        int rows, int added, int renamed, int unchanged, boolean applied, int errorCount, List<RowError> errors) {
    public ImportResult {
        errors = List.copyOf(errors);
    }

    /**
     * One error.
     *
     * @param line line of the file, the header is 1
     * @param field column
     * @param code of its text, as in a violation
     * @param value what stands there, shortened
     */
    public record RowError(long line, String field, String code, String value) {}
}
