package org.linli.journal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.journal.Finding.Why;

/**
 * Proves a chain entry by entry, from the first: each has its hash, continues the one before it, keeps the rules of the
 * books and is what was published. Stops at the first finding; what follows a break proves nothing.
 */
public final class ChainCheck {
    private final @Nullable PublishedRoots roots;
    private final BookCheck books;
    private final boolean tables;
    private int nextRoot;
    private long seq;
    private long line;
    private String hash = JournalEntry.BEGINNING;
    private String sealed = "";
    private String from = "";
    private String community = "";
    private @Nullable Finding found;

    /** A check; without roots nothing tells whether the end is missing or all was rewritten. */
    public ChainCheck(@Nullable PublishedRoots roots) {
        this(roots, false);
    }

    private ChainCheck(@Nullable PublishedRoots roots, boolean tables) {
        this.roots = roots;
        this.tables = tables;
        this.books = new BookCheck(tables);
    }

    /** A check of tables whose unique keys let nothing stand or be reversed twice; takes little memory. */
    public static ChainCheck ofTables(@Nullable PublishedRoots roots) {
        return new ChainCheck(roots, true);
    }

    /** What a whole journal says, for people; amounts in hundredths of points. */
    public record Summary(
            String community,
            long entries,
            String from,
            String to,
            String head,
            long transactions,
            long issued,
            long services,
            long minutes,
            int roots) {}

    /** The next line of a file. */
    public Optional<Finding> line(String text) {
        JournalEntry entry;
        String claimed;
        try {
            Object value = CanonicalJson.read(text);
            entry = JournalEntry.of(JournalEntry.object(value, "entry"));
            claimed = JournalEntry.text((Map<?, ?>) value, "hash");
            if (!entry.line(claimed).equals(text)) {
                return unreadable("not canonical");
            }
        } catch (IllegalArgumentException | ClassCastException e) {
            return unreadable(String.valueOf(e.getMessage()));
        }
        return entry(entry, claimed);
    }

    /** The next line is no text at all. */
    public Optional<Finding> unreadable(String why) {
        if (found == null) {
            line++;
            stop(Why.UNREADABLE, seq + 1, why);
        }
        return Optional.ofNullable(found);
    }

    /**
     * The next entry.
     *
     * @param claimed the hash that is kept with it
     */
    public Optional<Finding> entry(JournalEntry entry, String claimed) {
        if (found != null) {
            return Optional.of(found);
        }
        line++;
        check(entry, claimed);
        if (found == null) {
            keepsRules(entry);
        }
        if (found == null) {
            seq = entry.link().seq();
            hash = claimed;
            sealed = entry.link().sealed();
            from = from.isEmpty() ? sealed : from;
            community = entry.link().community();
            published();
        }
        return Optional.ofNullable(found);
    }

    private void keepsRules(JournalEntry entry) {
        try {
            found = books.next(entry, line);
        } catch (IllegalArgumentException | ClassCastException e) {
            stop(Why.UNREADABLE, entry.link().seq(), String.valueOf(e.getMessage()));
        }
    }

    private void check(JournalEntry entry, String claimed) {
        JournalEntry.Link link = entry.link();
        boolean expected = link.seq() == seq + 1;
        // tables do not keep the previous hash: behind a gap every hash is wrong, and the gap is what is to be told
        if ((expected || !tables) && !entry.hash().equals(claimed)) {
            stop(Why.WRONG_HASH, link.seq(), "");
        } else if (!community.isEmpty() && !community.equals(link.community())) {
            stop(Why.OTHER_COMMUNITY, link.seq(), link.community());
        } else if (!expected) {
            stop(link.seq() > seq ? Why.MISSING : Why.OUT_OF_ORDER, link.seq(), String.valueOf(seq + 1));
        } else if (!link.previous().equals(hash)) {
            stop(Why.NOT_LINKED, link.seq(), String.valueOf(seq));
        } else if (link.sealed().compareTo(sealed) < 0) {
            stop(Why.EARLIER, link.seq(), link.sealed());
        }
    }

    /** What is published of this very entry must be its hash. */
    private void published() {
        if (roots == null) {
            return;
        }
        if (!roots.community().equals(community)) {
            stop(Why.ROOTS_OF_OTHER, seq, roots.community());
            return;
        }
        List<PublishedRoots.Root> all = roots.roots();
        while (found == null && nextRoot < all.size() && all.get(nextRoot).seq() == seq) {
            PublishedRoots.Root root = all.get(nextRoot++);
            if (!root.hash().equals(hash)) {
                stop(Why.ROOT_DIFFERS, seq, root.name());
            }
        }
    }

    /** There are no more entries. */
    public Optional<Finding> end() {
        if (found == null && roots != null && nextRoot < roots.roots().size()) {
            line++;
            stop(
                    Why.ENDS_EARLY,
                    seq + 1,
                    String.valueOf(roots.roots().get(roots.roots().size() - 1).seq()));
        }
        return Optional.ofNullable(found);
    }

    /** Number of the last entry that was accepted. */
    public long seq() {
        return seq;
    }

    /** Its hash. */
    public String hash() {
        return hash;
    }

    /** What was proved. */
    public Summary summary() {
        return new Summary(
                community,
                seq,
                from,
                sealed,
                hash,
                books.transactions(),
                books.issued(),
                books.services(),
                books.minutes(),
                nextRoot);
    }

    private void stop(Why why, long brokenSeq, String detail) {
        found = new Finding(why, line, brokenSeq, detail);
    }
}
