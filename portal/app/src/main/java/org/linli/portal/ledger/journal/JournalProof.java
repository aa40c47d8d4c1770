package org.linli.portal.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.journal.ChainCheck;
import org.linli.journal.Finding;
import org.linli.journal.Finding.Why;
import org.linli.journal.PublishedRoots;
import org.linli.portal.platform.persistence.Sql;

/**
 * Proves a chain against the tables as they are now: every entry still says what was sealed, the chain has no gap and
 * its end and days' roots are those that were kept, nothing stands in the books that the journal does not know, and the
 * balances are the sums of their entries.
 */
@ApplicationScoped
public class JournalProof {
    private final Chain chain;
    private final ChainReader reader;
    private final Sql sql;

    @Inject
    public JournalProof(Chain chain, ChainReader reader, Sql sql) {
        this.chain = chain;
        this.reader = reader;
        this.sql = sql;
    }

    /**
     * What was found.
     *
     * @param entries that were proved
     * @param finding the first that is wrong, null when nothing is
     */
    public record Verdict(long entries, @Nullable Finding finding) {}

    /** Proves a whole chain. Runs outside of any transaction: it may take minutes, and sealed rows never change. */
    public Verdict prove(long communityId) {
        Chain.Head head = chain.head(communityId).orElse(null);
        ChainCheck check = ChainCheck.ofTables(roots(communityId, head));
        Finding finding = head == null ? null : walk(communityId, head, check);
        if (finding == null) {
            finding = books(communityId, check.seq());
        }
        return new Verdict(check.seq(), finding);
    }

    private @Nullable Finding walk(long communityId, Chain.Head head, ChainCheck check) {
        List<Finding> found = new ArrayList<>();
        reader.read(communityId, head.seq(), kept -> {
            long seq = kept.entry().link().seq();
            if (kept.gone()) {
                String fact = kept.entry().kind() + ' ' + kept.entry().id();
                found.add(new Finding(Why.GONE, check.seq() + 1, seq, fact));
            } else {
                check.entry(kept.entry(), kept.hash()).ifPresent(found::add);
            }
            return found.isEmpty();
        });
        if (!found.isEmpty()) {
            return found.get(0);
        }
        if (check.seq() != head.seq() || !check.hash().equals(beginningOr(head, check))) {
            return new Finding(Why.HEAD_DIFFERS, check.seq() + 1, check.seq() + 1, String.valueOf(head.seq()));
        }
        return null;
    }

    private static String beginningOr(Chain.Head head, ChainCheck check) {
        return head.seq() == 0 ? check.hash() : head.hash();
    }

    private @Nullable PublishedRoots roots(long communityId, Chain.@Nullable Head head) {
        if (head == null) {
            return null;
        }
        List<PublishedRoots.Root> roots = chain.days(communityId, Integer.MAX_VALUE).stream()
                .filter(day -> day.seq() <= head.seq())
                .map(day -> new PublishedRoots.Root(day.day().toString(), day.seq(), day.hash()))
                .sorted(Comparator.comparingLong(PublishedRoots.Root::seq))
                .toList();
        return new PublishedRoots(String.valueOf(communityId), roots);
    }

    private @Nullable Finding books(long communityId, long seq) {
        Optional<String> unnoted = reader.unnoted(communityId);
        if (unnoted.isPresent()) {
            return new Finding(Why.NOT_NOTED, seq, seq, unnoted.get());
        }
        // one statement: postings that are made meanwhile are in both sums or in none
        return sql.first(
                        "SELECT a.owner_id, b.balance, COALESCE(SUM(e.amount), 0) FROM points_account a"
                                + " JOIN member_balance b ON b.account_id = a.id"
                                + " LEFT JOIN ledger_entry e ON e.account_id = a.id WHERE a.community_id = ?"
                                + " GROUP BY a.id, a.owner_id, b.balance HAVING b.balance <> COALESCE(SUM(e.amount), 0)"
                                + " LIMIT 1",
                        row -> row.number(1) + ": " + row.number(2) + " ≠ " + row.number(3),
                        communityId)
                .map(who -> new Finding(Why.BALANCE, seq, seq, who))
                .orElse(null);
    }
}
