package org.linli.portal.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.portal.ledger.LedgerFixture.COMMUNITY;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.database.TestDatabase;
import org.linli.journal.ChainCheck;
import org.linli.journal.Finding;
import org.linli.journal.Finding.Why;
import org.linli.portal.platform.persistence.Ids;

/** Whoever writes into the database past the portal is found, and the first broken entry is named. */
class TamperingTest {
    private final JournalFixture journal = new JournalFixture(TestDatabase.Engine.MARIADB);
    private final long[] transactions = new long[10];

    @BeforeEach
    void ten_awards_of_two_days() {
        for (int i = 0; i < transactions.length; i++) {
            transactions[i] = journal.ledger.give(1 + i % 3, 1000 + i);
            if (i == 4) {
                journal.seal();
                journal.putForward(Duration.ofDays(1));
                journal.ledger.transactions.run(() -> journal.sealer.closeDays(COMMUNITY));
            }
        }
        journal.seal();
        assertThat(journal.proved()).isNull();
    }

    @AfterEach
    void an_export_shows_it_too() {
        ChainCheck check = new ChainCheck(null);
        journal.lines().forEach(check::line);
        Finding proved = journal.proved();
        if (proved == null || check.end().isPresent()) {
            return; // found in the export as well
        }
        // what the file alone cannot tell: the end, the books beside it, and what was published
        assertThat(proved.why()).isIn(Why.HEAD_DIFFERS, Why.NOT_NOTED, Why.BALANCE, Why.ROOT_DIFFERS, Why.GONE);
    }

    @Test
    void an_amount_that_was_changed() {
        journal.sql("UPDATE ledger_entry SET amount = 99 WHERE transaction_id = ? AND amount > 0", transactions[3]);
        found(Why.WRONG_HASH, 4);
    }

    @Test
    void amounts_that_were_changed_so_that_they_still_sum_to_zero() {
        journal.sql("UPDATE ledger_entry SET amount = amount * 2 WHERE transaction_id = ?", transactions[6]);
        found(Why.WRONG_HASH, 7);
    }

    @Test
    void a_line_that_was_deleted_and_one_that_was_added() {
        journal.sql("DELETE FROM ledger_entry WHERE transaction_id = ? AND amount > 0", transactions[8]);
        found(Why.WRONG_HASH, 9);
        journal.sql(
                "INSERT INTO ledger_entry (transaction_id, line, account_id, amount) SELECT ?, 3, account_id, 5"
                        + " FROM member_balance LIMIT 1",
                transactions[1]);
        found(Why.WRONG_HASH, 2);
    }

    @Test
    void points_that_were_given_to_somebody_else() {
        journal.sql("UPDATE points_account SET owner_id = 77 WHERE owner_id = 2");
        found(Why.WRONG_HASH, 2);
    }

    @Test
    void a_receipt_and_a_reason_and_a_time_that_were_changed() {
        journal.sql("UPDATE points_transaction SET receipt = '{}' WHERE id = ?", transactions[9]);
        found(Why.WRONG_HASH, 10);
        journal.sql("UPDATE points_transaction SET reason = 'SERVICE' WHERE id = ?", transactions[5]);
        found(Why.WRONG_HASH, 6);
        journal.sql("UPDATE points_transaction SET posted_at = '2026-01-01' WHERE id = ?", transactions[2]);
        found(Why.WRONG_HASH, 3);
    }

    @Test
    void a_transaction_that_was_deleted() {
        journal.sql("DELETE FROM ledger_entry WHERE transaction_id = ?", transactions[2]);
        journal.sql("DELETE FROM points_transaction WHERE id = ?", transactions[2]);
        found(Why.GONE, 3);
    }

    @Test
    void an_entry_of_the_chain_that_was_deleted() {
        journal.sql("DELETE FROM journal_entry WHERE seq = 5");
        found(Why.MISSING, 6);
    }

    @Test
    void the_end_of_the_chain_that_was_deleted() {
        journal.sql("DELETE FROM journal_entry WHERE seq > 8");
        found(Why.HEAD_DIFFERS, 9);
    }

    @Test
    void two_entries_that_changed_places() {
        journal.sql("UPDATE journal_entry SET seq = 100 WHERE seq = 4");
        journal.sql("UPDATE journal_entry SET seq = 4 WHERE seq = 7");
        journal.sql("UPDATE journal_entry SET seq = 7 WHERE seq = 100");
        found(Why.WRONG_HASH, 4);
    }

    @Test
    void a_transaction_that_was_written_past_the_portal() {
        journal.sql(
                "INSERT INTO points_transaction (id, community_id, reason, source_id, posted_at) VALUES (?, ?, 'AWARD', 5,"
                        + " '2026-11-22')",
                Ids.next(),
                COMMUNITY);
        found(Why.NOT_NOTED, 10);
    }

    @Test
    void a_balance_that_was_changed() {
        journal.sql("UPDATE member_balance SET balance = balance + 1");
        found(Why.BALANCE, 10);
    }

    @Test
    void a_chain_that_was_made_anew_after_its_root_was_published() {
        journal.sql("UPDATE points_transaction SET posted_at = '2026-01-01' WHERE id = ?", transactions[2]);
        List<Chain.DayRoot> published = journal.ledger.transactions.run(() -> journal.chain.days(COMMUNITY, 10));
        journal.sql("DELETE FROM journal_entry");
        journal.sql("DELETE FROM journal_head");
        for (long transaction : transactions) {
            journal.sql(
                    "INSERT INTO journal_pending (community_id, kind, source_id, entered_at) VALUES (?, 'POINTS', ?,"
                            + " '2026-11-22')",
                    COMMUNITY,
                    transaction);
        }
        journal.seal();
        assertThat(published).hasSize(1);
        found(Why.ROOT_DIFFERS, 5);
    }

    private void found(Why why, long seq) {
        Finding finding = journal.proved();
        assertThat(finding).isNotNull();
        assertThat(finding.why()).isEqualTo(why);
        assertThat(finding.seq()).isEqualTo(seq);
    }
}
