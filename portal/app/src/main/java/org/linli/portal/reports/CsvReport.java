package org.linli.portal.reports;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.i18n.Messages;

/** Figures as a spreadsheet opens them: UTF-8 with a byte order mark, nothing in a cell begins a formula. */
@ApplicationScoped
public class CsvReport {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Messages messages;

    @Inject
    public CsvReport(Messages messages) {
        this.messages = messages;
    }

    /** The unit and those below it, a line each. */
    public String of(Statistics statistics, Locale locale) {
        StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(header(locale));
            csv.writeRecord(line(statistics.unit().code(), statistics.unit().name(), statistics.figures(), locale));
            for (Statistics.Child child : statistics.children()) {
                csv.writeRecord(line(child.unit().code(), child.unit().name(), child.figures(), locale));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private List<String> header(Locale locale) {
        return List.of(
                        "code",
                        "unit",
                        "orders",
                        "closed",
                        "residents",
                        "services",
                        "minutes",
                        "volunteers",
                        "issued",
                        "spent")
                .stream()
                .map(column -> messages.text(locale, "reports.csv." + column))
                .toList();
    }

    private List<String> line(String code, String name, Figures figures, Locale locale) {
        if (figures.hidden()) {
            String hidden = messages.text(locale, "reports.hidden");
            return List.of(safe(code), safe(name), hidden, "", "", "", "", "", "", "");
        }
        return List.of(
                safe(code),
                safe(name),
                String.valueOf(figures.total()),
                String.valueOf(figures.in(OrderStatus.CLOSED)),
                String.valueOf(figures.residents()),
                String.valueOf(figures.services()),
                String.valueOf(figures.minutes()),
                String.valueOf(figures.volunteers()),
                Points.format(figures.issued()),
                figures.spent() == null ? "" : Points.format(figures.spent()));
    }

    /** A text that a spreadsheet would calculate is led by an apostrophe. */
    static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
