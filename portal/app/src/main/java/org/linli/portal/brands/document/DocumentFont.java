package org.linli.portal.brands.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.linli.portal.platform.problem.DomainException;

/** Noto Sans SC with the 20,900 Chinese characters of GBK, Latin, punctuation and signs; only what is used goes into a document. */
final class DocumentFont {
    private static final String FILE = "/fonts/NotoSansSC-documents.ttf";
    private static final byte[] BYTES = bytes();
    private static final float UNITS = 1000;

    private final PDType0Font font;
    private final CmapLookup glyphs;

    DocumentFont(PDDocument document) throws IOException {
        TrueTypeFont ttf = new TTFParser().parse(new RandomAccessReadBuffer(BYTES));
        this.glyphs = ttf.getUnicodeCmapLookup();
        this.font = PDType0Font.load(document, ttf, true);
    }

    private static byte[] bytes() {
        try (InputStream in = DocumentFont.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the font is missing: " + FILE);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PDType0Font font() {
        return font;
    }

    /**
     * Refuses a text with a character that the font does not have: a document must not lose a part of somebody's name.
     *
     * @throws DomainException 409 naming the character
     */
    void require(String text) {
        text.codePoints().filter(c -> c != '\n').forEach(c -> {
            if (glyphs.getGlyphId(c) == 0) {
                throw DomainException.conflict("brands.no-glyph", Character.toString(c), String.format("U+%04X", c));
            }
        });
    }

    float width(String text, float size) throws IOException {
        return text.isEmpty() ? 0 : font.getStringWidth(text) / UNITS * size;
    }

    /** Lines of at most that width; Chinese breaks anywhere, Latin words between them where possible. */
    List<String> lines(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            wrap(paragraph, size, width, lines);
        }
        return lines;
    }

    private void wrap(String paragraph, float size, float width, List<String> lines) throws IOException {
        StringBuilder line = new StringBuilder();
        float used = 0;
        for (int c : paragraph.codePoints().toArray()) {
            String sign = Character.toString(c);
            float wide = width(sign, size);
            if (used + wide > width && !line.isEmpty()) {
                int space = c < 0x2E80 ? line.lastIndexOf(" ") : -1;
                String rest = space > 0 ? line.substring(space + 1) : "";
                lines.add((space > 0 ? line.substring(0, space) : line.toString()).stripTrailing());
                line = new StringBuilder(rest);
                used = width(rest, size);
            }
            line.append(sign);
            used += wide;
        }
        lines.add(line.toString());
    }
}
