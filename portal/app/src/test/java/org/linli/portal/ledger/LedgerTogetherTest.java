package org.linli.portal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.database.TestDatabase;
import org.linli.database.TestDatabase.Engine;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Race;
import org.linli.portal.platform.persistence.TestGroup;
import org.linli.portal.platform.problem.DomainException;

/** Commands that arrive together are posted together: each is answered for itself and atomic for itself. */
class LedgerTogetherTest {
    private static final Map<Engine, LedgerFixture> LEDGERS = new ConcurrentHashMap<>();

    private LedgerFixture books = ledger(Engine.MARIADB);
    private TestGroup group = new TestGroup(books.database, books.transactions);

    private static LedgerFixture ledger(Engine engine) {
        return LEDGERS.computeIfAbsent(engine, LedgerFixture::new);
    }

    private void on(Engine engine) {
        books = ledger(engine);
        group = new TestGroup(books.database, books.transactions);
    }

    @AfterEach
    void invariants_hold() {
        books.invariantsHold();
    }

    @Test
    void one_alone_is_written_at_once() {
        long person = member(100);

        award(group, person, 50, Ids.next());

        assertThat(group.alone()).isZero();
        assertThat(books.balances(person).available()).isEqualTo(150);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Engine.class)
    void of_sixty_four_at_once_only_those_fail_who_would_overdraw(Engine engine) {
        on(engine);
        long poor = member(100);
        long[] others = members(54);

        List<Throwable> outcome =
                Race.of(64, i -> group.run(() -> i < 10 ? hold(poor, 20) : post(others[i - 10], 7, Ids.next())));

        assertThat(Race.winners(outcome.subList(0, 10))).isEqualTo(5);
        assertThat(outcome.subList(0, 10)).filteredOn(e -> e != null).allSatisfy(e -> assertThat(code(e))
                .isEqualTo("ledger.not-enough-points"));
        assertThat(outcome.subList(10, 64)).containsOnlyNulls();
        assertThat(books.balances(poor).available()).isZero();
        for (long other : others) {
            assertThat(books.balances(other).available()).isEqualTo(8);
        }
    }

    @Test
    void the_same_fact_sent_by_sixteen_is_posted_once_and_takes_no_other_with_it() {
        long person = member(1);
        long award = Ids.next();
        long[] others = members(48);
        Set<Long> answers = ConcurrentHashMap.newKeySet();

        List<Throwable> outcome = Race.of(64, i -> {
            if (i < 16) {
                answers.add(award(group, person, 300, award));
            } else {
                award(group, others[i - 16], 5, Ids.next());
            }
        });

        assertThat(outcome).containsOnlyNulls();
        assertThat(answers).hasSize(1);
        assertThat(books.balances(person).available()).isEqualTo(301);
    }

    @Test
    void a_fact_sent_with_two_amounts_is_posted_with_one_of_them_and_the_others_hear_of_it() {
        long person = member(1);
        long award = Ids.next();

        List<Throwable> outcome = Race.of(32, i -> award(group, person, i % 2 == 0 ? 300 : 400, award));

        assertThat(Race.winners(outcome)).isEqualTo(16);
        assertThat(outcome).filteredOn(e -> e != null).allSatisfy(e -> assertThat(code(e))
                .isEqualTo("ledger.posted-differently"));
        assertThat(books.balances(person).available()).isIn(301L, 401L);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Engine.class)
    void two_nodes_that_write_for_the_same_members_at_once_lose_and_double_nothing(Engine engine) {
        on(engine);
        TestGroup otherNode = new TestGroup(books.database, books.transactions);
        long[] people = members(4);
        long[] awards = IntStream.range(0, 200).mapToLong(i -> Ids.next()).toArray();

        List<Throwable> outcome = Race.of(32, runner -> {
            for (int i = 0; i < awards.length / 4; i++) {
                int number = runner / 8 + 4 * i; // eight runners, four on each node, want the same
                award(runner % 2 == 0 ? group : otherNode, people[number % 4], 10, awards[number]);
            }
        });

        assertThat(outcome).containsOnlyNulls();
        for (long person : people) {
            assertThat(books.balances(person).available()).isEqualTo(1 + 50 * 10);
        }
    }

    @Test
    void a_row_that_somebody_holds_keeps_only_those_waiting_who_need_it() throws Exception {
        long held = member(1);
        long[] others = members(15);
        CountDownLatch othersDone = new CountDownLatch(15);
        AtomicBoolean releasedTooEarly = new AtomicBoolean();

        try (Connection holder = books.database.connect()) {
            holder.setAutoCommit(false);
            try (var lock = holder.prepareStatement("SELECT b.balance FROM member_balance b JOIN points_account a"
                    + " ON a.id = b.account_id WHERE a.owner_id = ? FOR UPDATE")) {
                lock.setLong(1, held);
                lock.executeQuery();
            }
            List<Throwable> outcome = Race.of(17, i -> {
                if (i == 0) {
                    award(group, held, 10, Ids.next());
                } else if (i == 16) {
                    releasedTooEarly.set(!await(othersDone));
                    rollBack(holder);
                } else {
                    award(group, others[i - 1], 10, Ids.next());
                    othersDone.countDown();
                }
            });
            assertThat(outcome).containsOnlyNulls();
        }

        assertThat(releasedTooEarly).isFalse();
        assertThat(books.balances(held).available()).isEqualTo(11);
    }

    @Test
    void when_the_connection_dies_before_all_is_written_each_is_written_once_by_itself() {
        long[] people = members(16);
        group.dieBefore(text -> text.contains("INSERT"));

        List<Throwable> outcome = Race.of(16, i -> award(group, people[i], 10, Ids.next()));

        assertThat(outcome).containsOnlyNulls();
        assertThat(group.alone()).isEqualTo(16);
        for (long person : people) {
            assertThat(books.balances(person).available()).isEqualTo(11);
        }
    }

    @Test
    void when_the_server_is_lost_at_the_commit_each_hears_of_it_and_asking_again_doubles_nothing() {
        long[] people = members(16);
        long[] awards = IntStream.range(0, 16).mapToLong(i -> Ids.next()).toArray();
        group.dieBefore(text -> text.equals("COMMIT"));

        List<Throwable> outcome = Race.of(16, i -> award(group, people[i], 10, awards[i]));

        assertThat(outcome).doesNotContainNull();
        assertThat(group.alone()).isZero();
        group.dieBefore(text -> false);
        List<Throwable> again = Race.of(16, i -> award(group, people[i], 10, awards[i]));
        assertThat(again).containsOnlyNulls();
        for (long person : people) {
            assertThat(books.balances(person).available()).isEqualTo(11);
        }
    }

    @Test
    void a_command_that_reads_what_it_wrote_goes_the_usual_way() {
        long person = member(5);

        long seen = group.run(() -> {
            books.ledger.post(LedgerFixture.award(person, 10, Ids.next()));
            return books.queries.available(LedgerFixture.COMMUNITY, person);
        });

        assertThat(seen).isEqualTo(15);
        assertThat(group.alone()).isEqualTo(1);
    }

    @Test
    void what_a_command_refuses_by_itself_is_refused_the_usual_way_and_nothing_is_written() {
        long person = member(5);

        assertThatThrownBy(() -> group.run(() -> {
                    books.ledger.post(LedgerFixture.award(person, 10, Ids.next()));
                    throw DomainException.conflict("ledger.not-reversible");
                }))
                .isInstanceOf(DomainException.class);

        assertThat(books.balances(person).available()).isEqualTo(5);
    }

    private long member(long points) {
        long person = Ids.next();
        books.give(person, points);
        return person;
    }

    private long[] members(int number) {
        return IntStream.range(0, number).mapToLong(i -> member(1)).toArray();
    }

    private long award(TestGroup node, long person, long amount, long award) {
        return node.run(() -> post(person, amount, award));
    }

    private long post(long person, long amount, long award) {
        return books.ledger.post(LedgerFixture.award(person, amount, award)).id();
    }

    private long hold(long person, long amount) {
        return books.ledger.hold(LedgerFixture.COMMUNITY, person, amount, Cause.PORTAL);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String code(Throwable failure) {
        return failure instanceof DomainException domain ? domain.code() : String.valueOf(failure);
    }
}
