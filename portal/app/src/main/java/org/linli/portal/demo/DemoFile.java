package org.linli.portal.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A CSV file of the demo content on the class path, under {@code demo/}. */
final class DemoFile {
    private DemoFile() {}

    /** Reads {@code demo/<name>.csv}; the keys of a row are the fields of the header line. */
    static <T> List<T> read(String name, Function<Map<String, String>, T> row) {
        String resource = "/demo/" + name + ".csv";
        try (InputStream file = DemoFile.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            try (CsvReader<NamedCsvRecord> reader =
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
                return reader.stream()
                        .map(NamedCsvRecord::getFieldsAsMap)
                        .map(row)
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
