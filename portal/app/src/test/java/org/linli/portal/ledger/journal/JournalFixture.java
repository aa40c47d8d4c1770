package org.linli.portal.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.portal.ledger.LedgerFixture.COMMUNITY;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.linli.database.TestDatabase;
import org.linli.journal.Finding;
import org.linli.portal.ledger.LedgerFixture;
import org.linli.portal.platform.persistence.Sql;

/** A ledger whose postings are chained, with a clock that can be put forward. */
final class JournalFixture {
    final LedgerFixture ledger;
    final Chain chain;
    final Sealer sealer;
    final JournalProof proof;
    final ChainReader reader;
    private Duration ahead = Duration.ZERO;

    JournalFixture(TestDatabase.Engine engine) {
        ledger = new LedgerFixture(engine);
        Sql sql = ledger.sql;
        chain = new Chain(sql);
        reader = new ChainReader(chain, List.of(new PointsFacts(sql)));
        sealer = sealer(sql);
        proof = new JournalProof(chain, reader, sql);
    }

    private Sealer sealer(Sql sql) {
        Clock clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000))
                        .instant()
                        .plus(ahead);
            }
        };
        return new Sealer(chain, new Pending(sql), reader, clock);
    }

    void putForward(Duration by) {
        ahead = ahead.plus(by);
    }

    /** One run of the sealing job; on the node of this thread. */
    void seal() {
        boolean more = true;
        while (more) {
            more = ledger.transactions.run(() -> sealer.seal(COMMUNITY));
        }
    }

    Finding proved() {
        return ledger.transactions.run(() -> proof.prove(COMMUNITY)).finding();
    }

    List<Chain.Row> rows() {
        return ledger.transactions.run(() -> chain.after(COMMUNITY, 0, Integer.MAX_VALUE));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        ledger.transactions.run(() -> reader.read(
                COMMUNITY, Long.MAX_VALUE, kept -> lines.add(kept.entry().line(kept.hash()))));
        return lines;
    }

    void sql(String statement, Object... parameters) {
        int rows = ledger.transactions.run(() -> ledger.sql.update(statement, parameters));
        assertThat(rows).as(statement).isPositive();
    }

    long number(String query) {
        return ledger.transactions.run(() -> ledger.sql.number(query));
    }
}
