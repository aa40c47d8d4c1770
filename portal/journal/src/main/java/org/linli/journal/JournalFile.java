package org.linli.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A journal as it was exported: JSON lines. */
public final class JournalFile {
    private final Path file;

    /** A file that can be read. */
    public JournalFile(Path file) {
        this.file = file;
    }

    /** What became of a check: the first finding, if any, and what was proved up to it. */
    public record Verdict(Optional<Finding> finding, ChainCheck.Summary summary) {}

    /**
     * Proves it from the first line to the last.
     *
     * @param roots what was published, null for none
     */
    public Verdict check(@Nullable PublishedRoots roots) throws IOException {
        ChainCheck check = new ChainCheck(roots);
        Optional<Finding> finding = Optional.empty();
        try (BufferedReader lines = bytes()) {
            String line = lines.readLine();
            while (line != null && finding.isEmpty()) {
                String text = text(line);
                finding = text == null ? check.unreadable("not UTF-8") : check.line(text);
                line = lines.readLine();
            }
        }
        return new Verdict(finding.isPresent() ? finding : check.end(), check.summary());
    }

    /**
     * Writes its points as a book of hledger. Proves nothing: check it before.
     *
     * @throws IllegalArgumentException when it is no journal
     */
    public void writeBook(HledgerBook book) throws IOException {
        book.begin();
        try (BufferedReader lines = bytes()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Object value = CanonicalJson.read(String.valueOf(text(line)));
                book.add(JournalEntry.of((Map<?, ?>) JournalEntry.object(value, "entry")));
            }
        }
        book.end();
    }

    /** One character a byte, so that a line that is no UTF-8 is told from those before it. */
    private BufferedReader bytes() throws IOException {
        return Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
    }

    private static @Nullable String text(String line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
