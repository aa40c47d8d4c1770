package org.linli.portal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Race;
import org.linli.portal.platform.problem.DomainException;

/** Many at once on the real engine. */
class LedgerRaceTest {
    private static final LedgerFixture LEDGER = new LedgerFixture();

    private final long person = Ids.next();

    @AfterEach
    void invariants_hold() {
        LEDGER.invariantsHold();
    }

    @Test
    void twenty_who_reserve_at_once_never_reserve_more_than_there_is() {
        LEDGER.give(person, 700);

        List<Throwable> outcome = Race.of(20, i -> LEDGER.hold(person, 100));

        assertThat(Race.winners(outcome)).isEqualTo(7);
        assertThat(outcome).filteredOn(e -> e != null).allSatisfy(e -> assertThat(code(e))
                .isEqualTo("ledger.not-enough-points"));
        assertThat(LEDGER.balances(person).available()).isZero();
    }

    @Test
    void the_same_fact_sent_by_sixteen_at_once_is_posted_once_and_all_get_its_id() {
        long award = Ids.next();
        Set<Long> answers = ConcurrentHashMap.newKeySet();

        List<Throwable> outcome = Race.of(16, i -> answers.add(LEDGER.earn(person, 300, award)));

        assertThat(outcome).containsOnlyNulls();
        assertThat(answers).hasSize(1);
        assertThat(LEDGER.balances(person).available()).isEqualTo(300);
    }

    @Test
    void a_hold_that_is_captured_and_released_at_once_is_settled_once() {
        LEDGER.give(person, 1000);
        for (int round = 0; round < 10; round++) {
            long hold = LEDGER.hold(person, 100);
            List<Throwable> outcome = Race.of(8, i -> settle(hold, i % 2 == 0));

            assertThat(Race.winners(outcome)).isEqualTo(1);
        }
    }

    @Test
    void a_mistake_taken_back_by_eight_at_once_is_taken_back_once() {
        long mistake = LEDGER.give(person, 1000);
        LEDGER.give(person, 9000);

        List<Throwable> outcome = Race.of(
                8,
                i -> LEDGER.transactions.run(() -> {
                    LEDGER.ledger.reverse(mistake, Cause.PORTAL);
                }));

        assertThat(Race.winners(outcome)).isEqualTo(1);
        assertThat(LEDGER.balances(person).available()).isEqualTo(9000);
    }

    @Test
    void whatever_many_do_at_random_the_books_balance() {
        long seed = System.nanoTime();
        long[] people = {Ids.next(), Ids.next(), Ids.next()};
        ConcurrentLinkedQueue<Long> holds = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Long> awards = new ConcurrentLinkedQueue<>();

        List<Throwable> outcome = Race.of(12, runner -> {
            Random random = new Random(seed + runner);
            for (int i = 0; i < 30; i++) {
                one(random, people[random.nextInt(people.length)], holds, awards);
            }
        });

        assertThat(outcome).as("seed " + seed).containsOnlyNulls();
    }

    private static void one(
            Random random, long person, ConcurrentLinkedQueue<Long> holds, ConcurrentLinkedQueue<Long> awards) {
        try {
            int choice = random.nextInt(10);
            if (choice < 4) {
                awards.add(LEDGER.give(person, 1 + random.nextInt(500)));
            } else if (choice < 7) {
                holds.add(LEDGER.hold(person, 1 + random.nextInt(500)));
            } else if (choice < 9 && !holds.isEmpty()) {
                settle(random.nextBoolean() ? holds.peek() : holds.poll(), random.nextBoolean());
            } else if (!awards.isEmpty()) {
                long award = random.nextBoolean() ? awards.peek() : awards.poll();
                LEDGER.transactions.run(() -> LEDGER.ledger.reverse(award, Cause.PORTAL));
            }
        } catch (DomainException | NullPointerException expected) {
            // refused, or the queue was emptied meanwhile: both leave the books as they were
        }
    }

    private static void settle(long hold, boolean capture) {
        LEDGER.transactions.run(() -> {
            if (capture) {
                LEDGER.ledger.capture(hold, Cause.PORTAL);
            } else {
                LEDGER.ledger.release(hold, Cause.PORTAL);
            }
        });
    }

    private static String code(Throwable failure) {
        return failure instanceof DomainException domain ? domain.code() : String.valueOf(failure);
    }
}
