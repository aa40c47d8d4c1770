package org.linli.portal.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.portal.ledger.LedgerFixture.COMMUNITY;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.database.TestDatabase;
import org.linli.portal.ledger.AccountKind;
import org.linli.portal.ledger.AccountRef;
import org.linli.portal.ledger.Cause;
import org.linli.portal.ledger.Journal;
import org.linli.portal.ledger.Ledger;
import org.linli.portal.ledger.Posting;
import org.linli.portal.ledger.Reason;
import org.linli.portal.ledger.TailBound;
import org.linli.portal.ledger.persistence.Accounts;
import org.linli.portal.ledger.persistence.Holds;
import org.linli.portal.ledger.persistence.Transactions;
import org.linli.portal.notices.Notices;
import org.linli.portal.platform.audit.Actor;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.outbox.Outbox;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;

/** A sealer that stands still, a tail at its bound, and the sealer at work again. */
class TailBoundTest {
    private static final int MOST = 20;
    private static final long OTHER = 8;
    private static final long PERSON = 1;
    private static final long ADMINISTRATOR = 3;

    @ParameterizedTest
    @EnumSource(TestDatabase.Engine.class)
    void a_community_whose_tail_is_at_its_bound_refuses_new_facts_whole_until_the_sealer_has_caught_up(
            TestDatabase.Engine engine) {
        Standstill books = new Standstill(engine);
        for (int i = 0; i < MOST; i++) {
            books.award(COMMUNITY);
            books.measure();
        }
        List<Long> before = books.rows();

        refused(() -> books.award(COMMUNITY));
        refused(() -> books.run(() -> books.ledger.hold(COMMUNITY, PERSON, 100, Cause.PORTAL)));
        refused(() -> books.run(() -> books.notes.note(Journal.Kind.SERVICE, Ids.next(), COMMUNITY)));
        assertThat(books.rows()).as("nothing half written").isEqualTo(before);
        books.award(OTHER);
        assertThat(books.number("SELECT COUNT(*) FROM outbox_message WHERE payload LIKE '%journal-behind%'"))
                .as("told once, to the administrator")
                .isOne();

        books.journal.seal();
        refused(() -> books.award(COMMUNITY)); // the answer is of the last measure
        books.measure();
        books.award(COMMUNITY);
        books.journal.seal();
        assertThat(books.journal.rows()).hasSize(MOST + 1);
        assertThat(books.journal.proved()).isNull();
        books.journal.ledger.invariantsHold();
    }

    private static void refused(ThrowingCallable write) {
        assertThatThrownBy(write)
                .asInstanceOf(InstanceOfAssertFactories.type(DomainException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("ledger.journal-behind");
                    assertThat(refusal.kind().status()).isEqualTo(503);
                });
    }

    /** Books with a bound, and nothing that seals by itself. */
    private static final class Standstill {
        final JournalFixture journal;
        final TailBound bound = new TailBound(MOST);
        final Journal notes;
        final Ledger ledger;
        private final MeasureTails measures;

        Standstill(TestDatabase.Engine engine) {
            journal = new JournalFixture(engine);
            Sql sql = journal.ledger.sql;
            Clock clock = Clock.systemUTC();
            notes = new Journal(sql, bound, clock);
            ledger = new Ledger(new Accounts(sql), new Transactions(sql, notes), new Holds(sql), clock);
            JournalRecords records = new JournalRecords(
                    sql, new Notices(new Outbox(sql, clock)), new AuditLog(sql, clock, new Nobody()), clock);
            measures = new MeasureTails(new Pending(sql), bound, records);
            journal.sql("INSERT INTO org_unit (id, level, code, name, path, community_id, created_at)"
                    + " VALUES (8, 'COMMUNITY', 'C8', '锦苑', '8/', 8, '2026-01-01')");
            journal.sql("INSERT INTO person (id, community_id, home_unit_id, name, public_number, created_at)"
                    + " VALUES (3, 7, 7, '罗海涛', 'A3', '2026-01-01')");
            journal.sql("INSERT INTO role_grant (id, person_id, org_unit_id, role, status, valid_from, created_at)"
                    + " VALUES (1, 3, 7, 'COMMUNITY_ADMIN', 'ACTIVE', '2026-01-01', '2026-01-01')");
        }

        void run(Runnable work) {
            journal.ledger.transactions.run(work);
        }

        void award(long community) {
            Posting.Transfer transfer =
                    new Posting.Transfer(AccountRef.common(AccountKind.ISSUANCE), AccountRef.member(PERSON), 100);
            Posting.Fact fact = new Posting.Fact(Reason.AWARD, Ids.next());
            run(() -> {
                ledger.post(Posting.transfer(community, fact, transfer, Cause.PORTAL));
            });
        }

        void measure() {
            run(measures::run);
        }

        long number(String query) {
            return journal.number(query);
        }

        /** How many rows each table of the books has, and what the member has. */
        List<Long> rows() {
            return Stream.of(
                            "SELECT COUNT(*) FROM points_transaction",
                            "SELECT COUNT(*) FROM ledger_entry",
                            "SELECT COUNT(*) FROM points_hold",
                            "SELECT COUNT(*) FROM journal_pending",
                            "SELECT SUM(balance) FROM member_balance")
                    .map(this::number)
                    .toList();
        }
    }

    private static final class Nobody implements Actor {
        @Override
        public long actorId() {
            return ADMINISTRATOR;
        }

        @Override
        public String actorName() {
            return "";
        }
    }
}
