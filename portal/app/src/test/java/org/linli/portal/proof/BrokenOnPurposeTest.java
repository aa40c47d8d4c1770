package org.linli.portal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.portal.platform.persistence.Sql;

/**
 * The harness of {@link ScheduleTest} is proved by breaking what it watches: each fault of {@link Fault} while a schedule
 * runs, each tampering of this class after one. What it must say is part of the list.
 */
class BrokenOnPurposeTest {
    private static final int THREADS = 16;
    private static final int EACH = 15;
    private static final int ROUNDS = 12;

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void a_schedule_over_broken_code_is_reported(Fault fault) {
        Schedule schedule = new Schedule(new Town(fault));
        List<String> wrong = new ArrayList<>();
        for (int round = 1;
                round <= ROUNDS && wrong.stream().noneMatch(one -> one.contains(fault.reported()));
                round++) {
            wrong.addAll(schedule.run(round, THREADS, EACH));
            wrong.addAll(schedule.wrong());
        }
        System.out.println(fault + " was reported as " + wrong);
        assertThat(wrong).anyMatch(one -> one.contains(fault.reported()));
    }

    /** What somebody with the password of the database does to sealed books, and what must be reported. */
    private enum Tampering {
        ENTRIES_CHANGED(
                "WRONG_HASH",
                "UPDATE ledger_entry SET amount = amount * 2 WHERE transaction_id = (SELECT id FROM points_transaction"
                        + " WHERE reason = 'AWARD' ORDER BY id LIMIT 1)"),
        ENTRY_REMOVED(
                "a transaction sums to zero",
                "DELETE FROM ledger_entry WHERE line = 1 AND transaction_id = (SELECT id FROM points_transaction"
                        + " WHERE reason = 'AWARD' ORDER BY id LIMIT 1)"),
        POSTING_REMOVED(
                "GONE",
                "CREATE TEMPORARY TABLE gone SELECT t.id FROM points_transaction t LEFT JOIN points_transaction r"
                        + " ON r.reverses_id = t.id WHERE t.reason = 'AWARD' AND r.id IS NULL ORDER BY t.id LIMIT 1",
                "DELETE FROM ledger_entry WHERE transaction_id IN (SELECT id FROM gone)",
                "DELETE FROM points_transaction WHERE id IN (SELECT id FROM gone)",
                "DROP TEMPORARY TABLE gone"),
        RECEIPT_CHANGED(
                "WRONG_HASH",
                "UPDATE points_transaction SET receipt = '{}' WHERE reason = 'AWARD' ORDER BY id LIMIT 1"),
        BALANCE_CHANGED(
                "a balance is the sum of its entries", "UPDATE member_balance SET balance = balance + 1 LIMIT 1"),
        MINUTES_CHANGED(
                "minutes were recorded", "UPDATE service_record SET minutes = minutes + 60 WHERE minutes > 0 LIMIT 1"),
        SEAL_REMOVED("MISSING", "DELETE FROM journal_entry WHERE seq = 3"),
        END_CUT_OFF("HEAD_DIFFERS", "DELETE FROM journal_entry WHERE community_id = 7 ORDER BY seq DESC LIMIT 1"),
        POSTED_PAST_THE_PORTAL(
                "NOT_NOTED",
                "INSERT INTO points_transaction (id, community_id, reason, source_id, posted_at)"
                        + " VALUES (1, 7, 'AWARD', 1, '2026-01-01')");

        private final String reported;
        private final List<String> statements;

        Tampering(String reported, String... statements) {
            this.reported = reported;
            this.statements = List.of(statements);
        }
    }

    private static final class TakenBack extends RuntimeException {}

    @Test
    void whatever_is_changed_in_the_tables_afterwards_is_reported() {
        Town town = new Town(Fault.NONE);
        Schedule schedule = new Schedule(town);
        assertThat(schedule.run(1, THREADS, EACH)).isEmpty();
        assertThat(schedule.wrong()).isEmpty();
        for (Tampering tampering : Tampering.values()) {
            List<String> wrong = new ArrayList<>();
            try {
                town.transactions.run(() -> {
                    int rows = tampering.statements.stream()
                            .mapToInt(statement -> new Sql(town.transactions.dataSource()).update(statement))
                            .sum();
                    assertThat(rows).as(tampering.name()).isPositive();
                    wrong.addAll(schedule.wrong());
                    throw new TakenBack();
                });
            } catch (TakenBack expected) {
                // the next one begins with whole books
            }
            System.out.println(tampering + " was reported as " + wrong);
            assertThat(wrong).as(tampering.name()).anyMatch(one -> one.contains(tampering.reported));
        }
        assertThat(schedule.wrong()).isEmpty();
    }
}
