package org.linli.portal.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.portal.ledger.LedgerFixture.COMMUNITY;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.database.TestDatabase;
import org.linli.journal.ChainCheck;
import org.linli.journal.Finding;
import org.linli.portal.ledger.LedgerFixture;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Race;

/** Many who post, some of them in vain, while two nodes seal and some of the sealing is broken off. */
class JournalRaceTest {
    private static final int POSTERS = 8;
    private static final int EACH = 60;

    @ParameterizedTest
    @EnumSource(TestDatabase.Engine.class)
    void two_sealers_make_one_chain_of_every_committed_fact_once_and_of_no_other(TestDatabase.Engine engine) {
        JournalFixture journal = new JournalFixture(engine);
        long seed = System.nanoTime();
        Set<Long> committed = ConcurrentHashMap.newKeySet();
        Set<Long> undone = ConcurrentHashMap.newKeySet();
        AtomicBoolean posting = new AtomicBoolean(true);
        AtomicBoolean[] done = new AtomicBoolean[POSTERS];

        List<Throwable> outcome = Race.of(POSTERS + 2, runner -> {
            Random random = new Random(seed + runner);
            if (runner < POSTERS) {
                try {
                    post(journal, random, committed, undone);
                } finally {
                    done[runner] = new AtomicBoolean(true);
                    posting.set(LongStream.range(0, POSTERS).anyMatch(i -> done[(int) i] == null));
                }
            } else {
                while (posting.get()) {
                    sealOrBreakOff(journal, random);
                }
            }
        });
        assertThat(outcome).as("seed " + seed).containsOnlyNulls();
        journal.seal();

        List<Chain.Row> rows = journal.rows();
        assertThat(rows.stream().map(Chain.Row::seq).toList())
                .as("seed " + seed)
                .isEqualTo(LongStream.rangeClosed(1, committed.size()).boxed().toList());
        assertThat(rows.stream().map(Chain.Row::sourceId).collect(Collectors.toSet()))
                .isEqualTo(committed)
                .doesNotContainAnyElementsOf(undone);
        assertThat(journal.number("SELECT COUNT(*) FROM journal_pending")).isZero();
        assertThat(journal.proved()).as("seed " + seed).isNull();
        provesItself(journal.lines());
        assertThat(undone).isNotEmpty();
    }

    private static void post(JournalFixture journal, Random random, Set<Long> committed, Set<Long> undone) {
        LedgerFixture ledger = journal.ledger;
        for (int i = 0; i < EACH; i++) {
            long person = 1 + random.nextInt(20);
            if (random.nextInt(5) > 0) {
                committed.add(ledger.earn(person, 1 + random.nextInt(500), Ids.next()));
                continue;
            }
            try {
                ledger.transactions.run(() -> {
                    undone.add(ledger.ledger
                            .post(LedgerFixture.award(person, 100, Ids.next()))
                            .id());
                    throw new IllegalStateException("the fact was not to be");
                });
            } catch (IllegalStateException expected) {
                // rolled back
            }
        }
    }

    /** Every third batch is broken off before its commit, as by kill -9 of the node. */
    private static void sealOrBreakOff(JournalFixture journal, Random random) {
        boolean killed = random.nextInt(3) == 0;
        try {
            journal.ledger.transactions.run(() -> {
                journal.sealer.seal(COMMUNITY);
                if (killed) {
                    throw new IllegalStateException("killed");
                }
            });
        } catch (IllegalStateException e) {
            if (!killed || !"killed".equals(e.getMessage())) {
                throw e;
            }
        }
    }

    private static void provesItself(List<String> lines) {
        ChainCheck check = new ChainCheck(null);
        for (String line : lines) {
            assertThat(check.line(line).map(Finding::why)).isEmpty();
        }
        assertThat(check.seq()).isEqualTo(lines.size());
    }
}
