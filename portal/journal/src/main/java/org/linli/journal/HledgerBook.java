package org.linli.journal;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Writes the points of a journal as a book of hledger (plain text accounting, hledger.org): commodity P with two
 * decimals, accounts {@code points:<community>:member:<person>} and one for each kind that the community has itself.
 * It passes {@code hledger check --strict}. Service records move no points and are left out.
 */
public final class HledgerBook {
    private static final int HUNDRED = 100;

    private final Appendable out;
    private final ZoneId zone;
    private final TreeSet<String> accounts = new TreeSet<>();

    /** A book; transactions get their day in that time zone. */
    public HledgerBook(Appendable out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    /** Begins the book. */
    public void begin() throws IOException {
        out.append("; Linli 邻里: points of a community, one transaction an entry of its journal\n");
        out.append("decimal-mark .\ncommodity 1000.00 P\n");
    }

    /**
     * Adds an entry when it is about points.
     *
     * @throws IllegalArgumentException when the entry is not in the form of a journal
     */
    public void add(JournalEntry entry) throws IOException {
        if (!entry.kind().equals(JournalEntry.POINTS)) {
            return;
        }
        Map<String, Object> content = entry.content();
        LocalDate day = LocalDate.ofInstant(Instant.parse(JournalEntry.text(content, "at")), zone);
        out.append('\n').append(day.toString()).append(" (").append(entry.id()).append(") ");
        out.append(JournalEntry.text(content, "reason"));
        out.append("  ; seq:").append(String.valueOf(entry.link().seq()));
        out.append(", source:").append(JournalEntry.text(content, "source"));
        for (String tag : List.of("by", "reverses")) {
            if (content.get(tag) instanceof String value) {
                out.append(", ").append(tag).append(':').append(value);
            }
        }
        out.append('\n');
        if (content.get("entries") instanceof List<?> lines) {
            for (Object line : lines) {
                move((Map<?, ?>) line, entry.link().community());
            }
        }
    }

    private void move(Map<?, ?> moved, String community) throws IOException {
        String kind = JournalEntry.text(moved, "account").toLowerCase(Locale.ROOT);
        String account =
                "points:" + community + ':' + kind + (moved.get("owner") instanceof String owner ? ':' + owner : "");
        accounts.add(account);
        out.append("    ").append(account).append("  ").append(amount(JournalEntry.number(moved, "amount")));
        out.append(" P\n");
    }

    /** Ends the book: names its accounts, for those who check strictly. */
    public void end() throws IOException {
        out.append('\n');
        for (String account : accounts) {
            out.append("account ").append(account).append('\n');
        }
    }

    private static String amount(long hundredths) {
        long absolute = Math.abs(hundredths);
        return (hundredths < 0 ? "-" : "") + absolute / HUNDRED + '.' + absolute % HUNDRED / 10 + absolute % 10;
    }
}
