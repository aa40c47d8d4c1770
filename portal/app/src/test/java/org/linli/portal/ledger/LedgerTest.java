package org.linli.portal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.portal.ledger.LedgerFixture.COMMUNITY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.portal.ledger.Posting.Fact;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Window;

class LedgerTest {
    private static final LedgerFixture LEDGER = new LedgerFixture();

    private final long person = Ids.next();

    @AfterEach
    void invariants_hold() {
        LEDGER.invariantsHold();
    }

    @Test
    void lines_that_do_not_sum_to_zero_are_refused() {
        List<Line> lines = List.of(
                new Line(AccountRef.common(AccountKind.ISSUANCE), -100), new Line(AccountRef.member(person), 99));

        assertThatThrownBy(() -> new Posting(COMMUNITY, new Fact(Reason.AWARD, 1), lines, Cause.PORTAL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void points_given_can_be_spent() {
        LEDGER.give(person, 1250);

        assertThat(LEDGER.balances(person)).isEqualTo(new Balances(1250, 0, 1250, 0));
    }

    @Test
    void the_same_fact_is_posted_once_and_answers_the_same() {
        long award = Ids.next();
        long first = LEDGER.earn(person, 500, award);

        assertThat(LEDGER.earn(person, 500, award)).isEqualTo(first);
        assertThat(LEDGER.balances(person).available()).isEqualTo(500);
    }

    @Test
    void the_same_fact_with_another_amount_is_a_conflict() {
        long award = Ids.next();
        LEDGER.earn(person, 500, award);

        refused("ledger.posted-differently", () -> LEDGER.earn(person, 600, award));
        assertThat(LEDGER.balances(person).available()).isEqualTo(500);
    }

    @Test
    void a_hold_takes_points_out_of_what_can_be_spent() {
        LEDGER.give(person, 1000);
        LEDGER.hold(person, 600);

        assertThat(LEDGER.balances(person)).isEqualTo(new Balances(400, 600, 1000, 0));
    }

    @Test
    void a_hold_beyond_the_balance_is_refused_and_names_both() {
        LEDGER.give(person, 1000);

        assertThatThrownBy(() -> LEDGER.hold(person, 1001)).isInstanceOfSatisfying(DomainException.class, e -> {
            assertThat(e.code()).isEqualTo("ledger.not-enough-points");
            assertThat(e.arguments()).containsExactly("10", "10.01");
        });
        assertThat(LEDGER.balances(person).available()).isEqualTo(1000);
    }

    @Test
    void somebody_who_never_had_points_cannot_reserve_any() {
        refused("ledger.not-enough-points", () -> LEDGER.hold(person, 1));
    }

    @Test
    void a_hold_is_captured_once_and_not_released_after() {
        LEDGER.give(person, 1000);
        long hold = LEDGER.hold(person, 600);
        settle(true, hold);

        refused("ledger.hold-settled", () -> settle(true, hold));
        refused("ledger.hold-settled", () -> settle(false, hold));
        assertThat(LEDGER.balances(person)).isEqualTo(new Balances(400, 0, 1000, 600));
    }

    @Test
    void a_released_hold_gives_the_points_back_once() {
        LEDGER.give(person, 1000);
        long hold = LEDGER.hold(person, 600);
        settle(false, hold);

        refused("ledger.hold-settled", () -> settle(false, hold));
        assertThat(LEDGER.balances(person)).isEqualTo(new Balances(1000, 0, 1000, 0));
    }

    @Test
    void an_unknown_hold_is_not_found() {
        refused("platform.not-found", () -> settle(true, 12345));
    }

    @Test
    void a_mistake_is_taken_back_once_by_its_opposite() {
        long mistake = LEDGER.give(person, 1000);
        reverse(mistake);

        refused("ledger.already-reversed", () -> reverse(mistake));
        assertThat(LEDGER.balances(person)).isEqualTo(Balances.NONE);
        List<Movement> statement = LEDGER.transactions
                .run(() -> LEDGER.queries.statement(COMMUNITY, person, Window.first()))
                .items();
        assertThat(statement).extracting(Movement::amount).containsExactly(-1000L, 1000L);
        assertThat(statement.get(1).reversible()).isFalse();
    }

    @Test
    void what_was_spent_already_cannot_be_taken_back() {
        long mistake = LEDGER.give(person, 1000);
        LEDGER.hold(person, 1);

        refused("ledger.reversal-overdraws", () -> reverse(mistake));
        assertThat(LEDGER.balances(person).available()).isEqualTo(999);
    }

    @Test
    void a_hold_is_released_rather_than_reversed() {
        LEDGER.give(person, 1000);
        LEDGER.hold(person, 600);
        long transaction = LEDGER.transactions
                .run(() -> LEDGER.queries.statement(COMMUNITY, person, Window.first()))
                .items()
                .get(0)
                .id();

        refused("ledger.not-reversible", () -> reverse(transaction));
    }

    @Test
    void a_statement_goes_on_where_its_cursor_points() {
        for (int i = 1; i <= 5; i++) {
            LEDGER.give(person, i);
        }
        var first = LEDGER.transactions.run(
                () -> LEDGER.queries.statement(COMMUNITY, person, new Window(Long.MAX_VALUE, 3)));
        var second = LEDGER.transactions.run(
                () -> LEDGER.queries.statement(COMMUNITY, person, Window.of(first.nextCursor(), 3)));

        assertThat(first.items()).extracting(Movement::amount).containsExactly(5L, 4L, 3L);
        assertThat(second.items()).extracting(Movement::amount).containsExactly(2L, 1L);
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void no_statement_of_the_portal_changes_or_removes_what_was_posted() throws IOException {
        Pattern forbidden = Pattern.compile(
                "(?i)(UPDATE|DELETE\\s+FROM|REPLACE\\s+INTO|TRUNCATE(\\s+TABLE)?)\\s+`?(ledger_entry|points_transaction)\\b");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<Path> offenders = sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> forbidden.matcher(read(path)).find())
                    .toList();
            assertThat(offenders).isEmpty();
        }
    }

    private static String read(Path path) {
        try {
            // a statement that is pasted together from two literals is still one
            return Files.readString(path).replaceAll("\"\\s*\\+\\s*\"", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void settle(boolean capture, long hold) {
        LEDGER.transactions.run(() -> {
            if (capture) {
                LEDGER.ledger.capture(hold, Cause.PORTAL);
            } else {
                LEDGER.ledger.release(hold, Cause.PORTAL);
            }
        });
    }

    private static void reverse(long transaction) {
        LEDGER.transactions.run(() -> LEDGER.ledger.reverse(transaction, Cause.PORTAL));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
