package org.linli.portal.ledger.journal;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.linli.journal.JournalEntry;
import org.linli.portal.ledger.Journal.Kind;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.time.Clocks;

/**
 * Moves facts from the tail into the chain, and closes days. Each call is one transaction that holds the lock of one
 * chain's end: any number of nodes make one chain without gaps, and one that is stopped in the middle leaves nothing.
 */
@Desk
public class Sealer {
    private static final Logger LOG = Logger.getLogger(Sealer.class.getName());
    private static final int BATCH = 500;

    private final Chain chain;
    private final Pending pending;
    private final ChainReader reader;
    private final Clock clock;

    @Inject
    public Sealer(Chain chain, Pending pending, ChainReader reader, Clock clock) {
        this.chain = chain;
        this.pending = pending;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * Seals a batch.
     *
     * @return whether more may be waiting
     */
    public boolean seal(long communityId) {
        Chain.Head head = chain.lock(communityId);
        // read after the lock: what another node sealed meanwhile is gone from the tail
        List<Pending.Fact> waiting = pending.first(communityId, BATCH + 1);
        boolean all = waiting.size() <= BATCH;
        List<Pending.Fact> batch = all ? waiting : waiting.subList(0, BATCH);
        Map<Pending.Fact, Map<String, Object>> contents = reader.contents(batch);
        List<Pending.Fact> present =
                batch.stream().filter(contents::containsKey).toList();
        if (present.size() < batch.size()) {
            LOG.severe(() -> "journal of " + communityId + ": " + (batch.size() - present.size())
                    + " facts were noted and are gone; they stay in the tail");
        }
        if (present.isEmpty()) {
            return false;
        }
        Instant now = clock.instant()
                .truncatedTo(ChronoUnit.MICROS); // as the column keeps it: the hash is over what is read back
        Instant sealedAt = now.isBefore(head.notBefore()) ? head.notBefore() : now;
        List<Chain.Row> rows = new ArrayList<>();
        long seq = head.seq();
        String previous = head.hash();
        for (Pending.Fact fact : present) {
            boolean settled = all && present.size() == batch.size() && rows.size() == present.size() - 1;
            Chain.Row open = new Chain.Row(++seq, fact.kind(), fact.sourceId(), sealedAt, settled, "");
            JournalEntry entry = ChainReader.entry(communityId, open, previous, contents.getOrDefault(fact, Map.of()));
            previous = entry.hash();
            rows.add(new Chain.Row(seq, fact.kind(), fact.sourceId(), sealedAt, settled, previous));
        }
        chain.append(communityId, rows);
        for (Kind kind : Kind.values()) {
            List<Long> ids = present.stream()
                    .filter(fact -> fact.kind() == kind)
                    .map(Pending.Fact::sourceId)
                    .sorted()
                    .toList();
            pending.remove(communityId, kind, ids);
        }
        return !all;
    }

    /** Publishes the roots of all days before today that have none yet. */
    public void closeDays(long communityId) {
        chain.lock(communityId);
        LocalDate day = firstOpen(communityId);
        LocalDate today = today();
        while (day != null && day.isBefore(today)) {
            Instant end = day.plusDays(1).atStartOfDay(Clocks.ZONE).toInstant();
            chain.rootBefore(communityId, day, end)
                    .ifPresent(root -> chain.publish(communityId, root, end, clock.instant()));
            day = day.plusDays(1);
        }
    }

    private @Nullable LocalDate firstOpen(long communityId) {
        LocalDate closed = chain.lastDay(communityId);
        if (closed != null) {
            return closed.plusDays(1);
        }
        return chain.beginning(communityId)
                .map(at -> LocalDate.ofInstant(at, Clocks.ZONE))
                .orElse(null);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    }
}
