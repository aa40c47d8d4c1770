package org.linli.portal.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.journal.JournalEntry;
import org.linli.portal.ledger.Journal.Kind;
import org.linli.portal.ledger.JournalFacts;

/** Puts entries together: the rows of the chain, and what their facts say in their own tables at this moment. */
@ApplicationScoped
public class ChainReader {
    private static final int WINDOW = 500;

    private final Chain chain;
    private final Map<Kind, JournalFacts> facts = new EnumMap<>(Kind.class);

    @Inject
    public ChainReader(Chain chain, @Any Instance<JournalFacts> sources) {
        this(chain, sources.stream().toList());
    }

    ChainReader(Chain chain, Collection<JournalFacts> sources) {
        this.chain = chain;
        sources.forEach(source -> facts.put(source.kind(), source));
    }

    /**
     * An entry as the tables have it.
     *
     * @param entry as it would be hashed now; its content is empty when the fact is gone
     * @param hash as it was sealed
     */
    record Kept(JournalEntry entry, String hash, boolean gone) {}

    /** Takes entry after entry; false when it wants no more. */
    @FunctionalInterface
    interface Taker<E extends Exception> {
        boolean take(Kept kept) throws E;
    }

    /** All entries up to that one, in their order. Reads in windows, outside of any transaction: the rows never change. */
    <E extends Exception> void read(long communityId, long upTo, Taker<E> taker) throws E {
        String previous = JournalEntry.BEGINNING;
        long seq = 0;
        while (true) {
            List<Chain.Row> rows = chain.after(communityId, seq, WINDOW);
            Map<Pending.Fact, Map<String, Object>> contents = contents(rows.stream()
                    .map(row -> new Pending.Fact(row.kind(), row.sourceId()))
                    .toList());
            for (Chain.Row row : rows) {
                if (row.seq() > upTo) {
                    return;
                }
                Map<String, Object> content = contents.get(new Pending.Fact(row.kind(), row.sourceId()));
                JournalEntry entry = entry(communityId, row, previous, content == null ? Map.of() : content);
                if (!taker.take(new Kept(entry, row.hash(), content == null))) {
                    return;
                }
                previous = row.hash();
                seq = row.seq();
            }
            if (rows.size() < WINDOW) {
                return;
            }
        }
    }

    /** The entry that a row and a content make. */
    static JournalEntry entry(long communityId, Chain.Row row, String previous, Map<String, Object> content) {
        JournalEntry.Link link = new JournalEntry.Link(
                String.valueOf(communityId), row.seq(), previous, JournalEntry.instant(row.sealedAt()), row.settled());
        return new JournalEntry(link, row.kind().name(), String.valueOf(row.sourceId()), content);
    }

    /** What facts say; those that are gone are missing. */
    Map<Pending.Fact, Map<String, Object>> contents(List<Pending.Fact> wanted) {
        Map<Kind, List<Long>> ids = new EnumMap<>(Kind.class);
        wanted.forEach(fact ->
                ids.computeIfAbsent(fact.kind(), kind -> new ArrayList<>()).add(fact.sourceId()));
        Map<Pending.Fact, Map<String, Object>> contents = new HashMap<>();
        ids.forEach((kind, some) -> {
            JournalFacts source = facts.get(kind);
            if (source != null) {
                source.read(some).forEach((id, content) -> contents.put(new Pending.Fact(kind, id), content));
            }
        });
        return contents;
    }

    /** The first fact in the books of a community that nobody noted, as kind and id. */
    Optional<String> unnoted(long communityId) {
        for (JournalFacts source : facts.values()) {
            Optional<Long> id = source.unnoted(communityId);
            if (id.isPresent()) {
                return Optional.of(source.kind() + " " + id.get());
            }
        }
        return Optional.empty();
    }
}
