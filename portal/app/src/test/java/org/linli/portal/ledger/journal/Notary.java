package org.linli.portal.ledger.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.linli.journal.JournalFile;
import org.linli.portal.ledger.JournalFacts;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.TestTransactions;

/** Seals chains and proves them as the portal and {@code linli verify} do, for tests of other packages. */
public final class Notary {
    private final TestTransactions transactions;
    private final Sql sql;
    private final ChainReader reader;
    private final Sealer sealer;
    private final JournalProof proof;

    public Notary(TestTransactions transactions, Sql sql, List<JournalFacts> facts) {
        this.transactions = transactions;
        this.sql = sql;
        Chain chain = new Chain(sql);
        reader = new ChainReader(chain, facts);
        sealer = new Sealer(chain, new Pending(sql), reader, Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)));
        proof = new JournalProof(chain, reader, sql);
    }

    /** Seals what waits. */
    public void seal(long community) {
        boolean more = true;
        while (more) {
            more = transactions.run(() -> sealer.seal(community));
        }
    }

    /** Seals a batch, and breaks off before its commit when that is wanted, as a kill does. */
    public void seal(long community, boolean broken) {
        try {
            transactions.run(() -> {
                sealer.seal(community);
                if (broken) {
                    throw new BrokenOff();
                }
            });
        } catch (BrokenOff expected) {
            // nothing of it stays
        }
    }

    /** What is wrong with the sealed chain of a community, compared with the tables and as an exported file. */
    public List<String> wrong(long community) {
        return transactions.run(() -> {
            List<String> wrong = new ArrayList<>();
            JournalProof.Verdict verdict = proof.prove(community);
            if (verdict.finding() != null) {
                wrong.add("chain of " + community + ": " + verdict.finding());
            }
            long facts = sql.number("SELECT COUNT(*) FROM points_transaction WHERE community_id = ?", community)
                    + sql.number("SELECT COUNT(*) FROM service_record WHERE community_id = ?", community);
            long sealed = sql.number("SELECT COUNT(*) FROM journal_entry WHERE community_id = ?", community);
            if (facts != sealed) {
                wrong.add("chain of " + community + ": " + facts + " facts, " + sealed + " sealed");
            }
            long waiting = sql.number("SELECT COUNT(*) FROM journal_pending WHERE community_id = ?", community);
            if (waiting != 0) {
                wrong.add("chain of " + community + ": " + waiting + " facts are never sealed");
            }
            exported(community).forEach(wrong::add);
            return wrong;
        });
    }

    private List<String> exported(long community) {
        List<String> lines = new ArrayList<>();
        reader.read(community, Long.MAX_VALUE, kept -> lines.add(kept.entry().line(kept.hash())));
        try {
            Path file = Files.createTempFile("journal", ".jsonl");
            try {
                Files.write(file, lines);
                return new JournalFile(file)
                        .check(null).finding().map(found -> "linli verify of " + community + ": " + found).stream()
                                .toList();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class BrokenOff extends RuntimeException {}
}
