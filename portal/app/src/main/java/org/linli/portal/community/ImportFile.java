package org.linli.portal.community;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.DomainException.Kind;

/** Reads the CSV of a tree: header code,parent,level,name in any order, UTF-8 with or without BOM. */
final class ImportFile {
    static final int MAX_ROWS = 1_000_000;
    private static final long MAX_BYTES = 128L * 1024 * 1024;
    private static final List<String> COLUMNS = List.of("code", "parent", "level", "name");

    private final ImportErrors errors;
    private final Set<String> codes = new HashSet<>();
    private final List<ImportRow> rows = new ArrayList<>();
    private int[] columns = new int[0];

    ImportFile(ImportErrors errors) {
        this.errors = errors;
    }

    /**
     * The rows that are well formed; what is wrong with the others is among the errors.
     *
     * @throws DomainException when the file as a whole cannot be read
     */
    List<ImportRow> read(InputStream csv) {
        InputStreamReader reader = new InputStreamReader(
                new Bounded(csv),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(reader)) {
            records.forEach(this::take);
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw unreadable(e);
        }
        if (columns.length == 0) {
            throw DomainException.invalid("community.import-empty");
        }
        return rows;
    }

    private static DomainException unreadable(Exception e) {
        DomainException known = SqlFailure.find(e, DomainException.class);
        if (known != null) {
            return known;
        }
        return SqlFailure.find(e, CharacterCodingException.class) != null
                ? DomainException.invalid("community.import-not-utf8")
                : DomainException.invalid("community.import-not-csv");
    }

    private void take(CsvRecord record) {
        if (columns.length == 0) {
            columns = header(record);
            return;
        }
        int line = (int) record.getStartingLineNumber();
        if (record.getFieldCount() < columns.length) {
            errors.add(line, "code", "community.import-missing-columns", record.getField(0));
            return;
        }
        if (rows.size() >= MAX_ROWS) {
            throw DomainException.of(Kind.TOO_LARGE, "community.import-too-large", MAX_ROWS);
        }
        String code = field(record, 0);
        String levelName = field(record, 2).toUpperCase(Locale.ROOT);
        String name = field(record, 3);
        OrgLevel level = level(levelName);
        boolean right = check(OrgUnits.isCode(code), line, "code", "community.bad-code", code)
                & check(level != null, line, "level", "community.unknown-level", levelName)
                & check(isName(name), line, "name", "community.bad-name", name);
        if (right && level != null && check(codes.add(code), line, "code", "community.code-twice", code)) {
            rows.add(new ImportRow(line, code, field(record, 1), level, name));
        }
    }

    private boolean check(boolean holds, int line, String field, String code, String value) {
        if (!holds) {
            errors.add(line, field, code, value);
        }
        return holds;
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePointCount(0, name.length()) <= OrgUnits.MAX_NAME
                && name.codePoints().noneMatch(Character::isISOControl);
    }

    private String field(CsvRecord record, int column) {
        return record.getField(columns[column]).strip();
    }

    private static @Nullable OrgLevel level(String name) {
        for (OrgLevel level : OrgLevel.values()) {
            if (level.name().equals(name)) {
                return level;
            }
        }
        return null;
    }

    private static int[] header(CsvRecord record) {
        List<String> names = record.getFields().stream()
                .map(name -> name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!names.containsAll(COLUMNS)) {
            throw DomainException.invalid("community.import-header", String.join(",", COLUMNS));
        }
        return COLUMNS.stream().mapToInt(names::indexOf).toArray();
    }

    /** Stops reading a file that is too large. */
    private static final class Bounded extends FilterInputStream {
        private long left = MAX_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            return count(read, read);
        }

        private int count(int result, int bytes) {
            if (result >= 0) {
                left -= bytes;
            }
            if (left < 0) {
                throw DomainException.of(Kind.TOO_LARGE, "community.import-too-large", MAX_ROWS);
            }
            return result;
        }
    }
}
