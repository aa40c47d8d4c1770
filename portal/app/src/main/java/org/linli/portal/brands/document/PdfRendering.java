package org.linli.portal.brands.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.linli.plugin.effect.Effect.Document;
import org.linli.plugin.effect.Effect.Document.Block;
import org.linli.portal.platform.problem.DomainException;

/** Makes a PDF of a document. */
final class PdfRendering {
    private static final int MOST_BLOCKS = 500;
    private static final int MOST_ROWS = 2_000;
    private static final int MOST_COLUMNS = 12;
    private static final float TITLE = 20;
    private static final float HEADING = 14;
    private static final float BODY = 11;
    private static final float CELL = 10;

    private PdfRendering() {}

    /**
     * The PDF.
     *
     * @throws DomainException 400 when it is too large, 409 when the font lacks a character
     */
    static byte[] render(Document document) {
        if (document.blocks().size() > MOST_BLOCKS) {
            throw DomainException.invalid("brands.document-too-large", MOST_BLOCKS);
        }
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            pdf.getDocumentInformation().setTitle(document.title());
            DocumentFont font = new DocumentFont(pdf);
            font.require(document.title());
            try (PdfSheet sheet = new PdfSheet(pdf, font)) {
                sheet.text(document.title(), TITLE);
                sheet.space(BODY);
                for (Block block : document.blocks()) {
                    draw(sheet, font, block);
                }
            }
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void draw(PdfSheet sheet, DocumentFont font, Block block) throws IOException {
        if (block instanceof Block.Heading heading) {
            font.require(heading.text());
            sheet.space(BODY);
            sheet.room(HEADING * 4);
            sheet.text(heading.text(), HEADING);
            sheet.space(4);
        } else if (block instanceof Block.Paragraph paragraph) {
            font.require(paragraph.text());
            sheet.text(paragraph.text(), BODY);
            sheet.space(6);
        } else if (block instanceof Block.Table table) {
            table(sheet, font, table);
        } else if (block instanceof Block.Signature signature) {
            font.require(signature.name());
            sheet.signature(signature.name(), BODY);
        }
    }

    private static void table(PdfSheet sheet, DocumentFont font, Block.Table table) throws IOException {
        int columns = table.heads().size();
        boolean fits = columns > 0
                && columns <= MOST_COLUMNS
                && table.rows().size() <= MOST_ROWS
                && table.rows().stream().allMatch(row -> row.size() == columns);
        if (!fits) {
            throw DomainException.invalid("brands.document-too-large", MOST_ROWS);
        }
        sheet.space(4);
        row(sheet, font, table.heads());
        for (List<String> row : table.rows()) {
            row(sheet, font, row);
        }
        sheet.space(8);
    }

    private static void row(PdfSheet sheet, DocumentFont font, List<String> cells) throws IOException {
        cells.forEach(font::require);
        sheet.row(cells, CELL);
    }
}
