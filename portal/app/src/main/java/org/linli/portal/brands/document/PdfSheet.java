package org.linli.portal.brands.document;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Writes downwards on A4 and turns the page when it is full; every page has its number. */
final class PdfSheet implements AutoCloseable {
    static final float MARGIN = 56;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float LEADING = 1.55f;
    private static final float SMALL = 9;

    private final PDDocument document;
    private final DocumentFont font;
    private PDPageContentStream pen;
    private float y;

    PdfSheet(PDDocument document, DocumentFont font) throws IOException {
        this.document = document;
        this.font = font;
        this.pen = turn();
    }

    private PDPageContentStream turn() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = PDRectangle.A4.getHeight() - MARGIN;
        PDPageContentStream fresh = new PDPageContentStream(document, page);
        String number = Integer.toString(document.getNumberOfPages());
        float x = (PDRectangle.A4.getWidth() - font.width(number, SMALL)) / 2;
        write(fresh, number, SMALL, x, MARGIN / 2);
        return fresh;
    }

    private void write(PDPageContentStream on, String text, float size, float x, float at) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        on.beginText();
        on.setFont(font.font(), size);
        on.newLineAtOffset(x, at);
        on.showText(text);
        on.endText();
    }

    /** Begins a new page unless there is that much room. */
    void room(float height) throws IOException {
        if (y - height < MARGIN) {
            pen.close();
            pen = turn();
        }
    }

    void space(float height) {
        y -= height;
    }

    void text(String text, float size) throws IOException {
        for (String line : font.lines(text, size, WIDTH)) {
            room(size * LEADING);
            y -= size * LEADING;
            write(pen, line, size, MARGIN, y);
        }
    }

    void row(List<String> cells, float size) throws IOException {
        float width = WIDTH / cells.size();
        float pad = 4;
        List<List<String>> wrapped = new java.util.ArrayList<>();
        int most = 1;
        for (String cell : cells) {
            List<String> lines = font.lines(cell, size, width - 2 * pad);
            wrapped.add(lines);
            most = Math.max(most, lines.size());
        }
        float height = most * size * LEADING + 2 * pad;
        room(height);
        for (int i = 0; i < wrapped.size(); i++) {
            float x = MARGIN + i * width;
            pen.addRect(x, y - height, width, height);
            float at = y - pad;
            for (String line : wrapped.get(i)) {
                at -= size * LEADING;
                write(pen, line, size, x + pad, at + size * (LEADING - 1));
            }
        }
        pen.setLineWidth(0.6f);
        pen.stroke();
        y -= height;
    }

    void signature(String name, float size) throws IOException {
        room(size * 5);
        y -= size * 4;
        float after = MARGIN + font.width(name, size) + 8;
        write(pen, name, size, MARGIN, y);
        pen.moveTo(after, y - 2);
        pen.lineTo(Math.min(after + 220, MARGIN + WIDTH), y - 2);
        pen.setLineWidth(0.6f);
        pen.stroke();
    }

    @Override
    public void close() throws IOException {
        pen.close();
    }
}
