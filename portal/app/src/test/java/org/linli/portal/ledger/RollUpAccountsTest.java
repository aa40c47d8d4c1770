package org.linli.portal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.linli.portal.ledger.persistence.Rollups;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Race;
import org.linli.portal.platform.persistence.TestGroup;

/** The balance of an account without a balance row: what was rolled up and the rest are always the sum of all. */
class RollUpAccountsTest {
    private static final LedgerFixture BOOKS = new LedgerFixture();

    private final Rollups rollups = new Rollups(BOOKS.sql);

    @Test
    void while_many_post_and_two_nodes_roll_up_the_balance_is_at_every_moment_minus_what_members_have() {
        TestGroup node = new TestGroup(BOOKS.database, BOOKS.transactions);
        long[] people = {Ids.next(), Ids.next(), Ids.next(), Ids.next()};
        for (long person : people) {
            BOOKS.give(person, 1);
        }
        long before = fullSum();
        AtomicBoolean reading = new AtomicBoolean(true);
        UnderWay underWay = new UnderWay();

        List<Throwable> outcome = Race.of(10, runner -> {
            if (runner < 6) {
                for (int i = 0; i < 50; i++) {
                    long person = people[(runner + i) % 4];
                    Instant begun = underWay.begin();
                    node.run(() -> BOOKS.ledger.post(LedgerFixture.award(person, 10, Ids.next())));
                    underWay.end(begun);
                }
            } else if (runner < 8) {
                while (reading.get()) {
                    rollUp(underWay.allBefore());
                }
            } else {
                for (int i = 0; i < 100; i++) {
                    assertThat(issuedAndHad()).isZero();
                }
                reading.set(false);
            }
        });

        assertThat(outcome).containsOnlyNulls();
        pause(Duration.ofMillis(5));
        rollUp(Instant.now());
        assertThat(issuance()).isEqualTo(fullSum()).isEqualTo(before - 300 * 10);
        assertThat(rolledUp()).isEqualTo(fullSum());
        BOOKS.invariantsHold();
    }

    @Test
    void the_job_leaves_what_is_younger_than_an_hour_to_the_reader() {
        BOOKS.give(Ids.next(), 40);
        long rolledUpBefore = rolledUp();

        BOOKS.transactions.run(() -> new RollUpAccounts(rollups, Clock.systemUTC()).run());
        BOOKS.transactions.run(() -> new RollUpAccounts(rollups, Clock.systemUTC()).run());

        assertThat(rolledUp()).isEqualTo(rolledUpBefore);
        assertThat(issuance()).isEqualTo(fullSum());
    }

    /** Since when transactions are under way: what has an id from before has been committed. */
    private static final class UnderWay {
        private final List<Instant> begun = new ArrayList<>();

        synchronized Instant begin() {
            Instant now = Instant.now();
            begun.add(now);
            return now;
        }

        synchronized void end(Instant when) {
            begun.remove(when);
        }

        synchronized Instant allBefore() {
            return begun.stream()
                    .min(Comparator.naturalOrder())
                    .orElseGet(Instant::now)
                    .minusMillis(1);
        }
    }

    private void rollUp(Instant before) {
        long upTo = Ids.at(before, 0);
        BOOKS.transactions.run(() -> rollups.accounts().forEach(account -> rollups.rollUp(account, upTo)));
    }

    /** Both read in one snapshot. */
    private long issuedAndHad() {
        return BOOKS.transactions.run(() -> BOOKS.sql.number(
                "SELECT (SELECT COALESCE(r.total, 0) + COALESCE((SELECT SUM(e.amount) FROM ledger_entry e"
                        + " WHERE e.account_id = a.id AND e.transaction_id > COALESCE(r.up_to, 0)), 0)"
                        + " FROM points_account a LEFT JOIN account_rollup r ON r.account_id = a.id"
                        + " WHERE a.kind = 'ISSUANCE') + (SELECT SUM(balance) FROM member_balance)"));
    }

    private long issuance() {
        return BOOKS.transactions.run(() -> BOOKS.queries.common(LedgerFixture.COMMUNITY, AccountKind.ISSUANCE));
    }

    private static long fullSum() {
        return BOOKS.transactions.run(() -> BOOKS.sql.number("SELECT SUM(e.amount) FROM ledger_entry e"
                + " JOIN points_account a ON a.id = e.account_id WHERE a.kind = 'ISSUANCE'"));
    }

    private static long rolledUp() {
        return BOOKS.transactions.run(() -> BOOKS.sql.number("SELECT COALESCE(SUM(r.total), 0) FROM account_rollup r"
                + " JOIN points_account a ON a.id = r.account_id WHERE a.kind = 'ISSUANCE'"));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
