package org.linli.portal.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.linli.portal.ledger.LedgerFixture;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Race;
import org.linli.portal.platform.persistence.TestGroup;
import org.linli.portal.platform.problem.DomainException;

/** An Idempotency-Key in a group: its row commits with what the request did, and acts once. */
class OnceTogetherTest {
    private static final LedgerFixture BOOKS = new LedgerFixture();

    private final TestGroup node = new TestGroup(BOOKS.database, BOOKS.transactions);
    private final TestGroup otherNode = new TestGroup(BOOKS.database, BOOKS.transactions);
    private final IdempotencyStore store = new IdempotencyStore(BOOKS.sql, Clock.systemUTC());
    private final IdempotencyDesk desk = new IdempotencyDesk(store);

    @Test
    void a_key_sent_by_sixteen_at_once_to_two_nodes_acts_once_and_all_get_the_same_answer() {
        long person = Ids.next();
        BOOKS.give(person, 1);
        long another = Ids.next();
        BOOKS.give(another, 1);
        String key = UUID.randomUUID().toString();
        Set<Answer> answers = ConcurrentHashMap.newKeySet();

        List<Throwable> outcome = Race.of(48, i -> {
            if (i < 16) {
                answers.add(once(i % 2 == 0 ? node : otherNode, key, new byte[32], person));
            } else {
                once(i % 2 == 0 ? node : otherNode, UUID.randomUUID().toString(), new byte[32], another);
            }
        });

        assertThat(outcome).containsOnlyNulls();
        assertThat(answers).hasSize(1);
        assertThat(BOOKS.balances(person).available()).isEqualTo(11);
        assertThat(BOOKS.balances(another).available()).isEqualTo(1 + 32 * 10);
        BOOKS.invariantsHold();
    }

    @Test
    void a_key_sent_with_another_body_is_refused_and_does_nothing() {
        long person = Ids.next();
        BOOKS.give(person, 1);
        String key = UUID.randomUUID().toString();
        byte[] otherBody = new byte[32];
        otherBody[0] = 1;
        once(node, key, new byte[32], person);

        List<Throwable> outcome = Race.of(4, i -> once(node, key, otherBody, person));

        assertThat(outcome).allSatisfy(failure -> assertThat(failure)
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo("platform.idempotency-key-reused")));
        assertThat(BOOKS.balances(person).available()).isEqualTo(11);
    }

    /** As OnceInterceptor does it. */
    private Answer once(TestGroup at, String key, byte[] request, long person) {
        Callable<Answer> work = () -> {
            long id = BOOKS.ledger
                    .post(LedgerFixture.award(person, 10, Ids.next()))
                    .id();
            return new Answer(201, "points-transactions/" + id, null, "{}");
        };
        return at.commit()
                .attempt(work, answer -> store.takeAndKeep("1", key, request, answer))
                .orElseGet(() -> alone(key, request, work));
    }

    private Answer alone(String key, byte[] request, Callable<Answer> work) {
        try {
            return BOOKS.transactions.run(() -> desk.first("1", key, request, work));
        } catch (IdempotencyDesk.KeyTaken e) {
            return BOOKS.transactions.run(() -> store.find("1", key, request).orElseThrow());
        }
    }
}
