package org.linli.portal.points.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.portal.points.PointsFixture.HERE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.portal.ledger.Balances;
import org.linli.portal.ledger.Cause;
import org.linli.portal.people.Role;
import org.linli.portal.platform.persistence.Race;
import org.linli.portal.points.PointsFixture;
import org.linli.portal.points.policy.PolicyCommand;
import org.linli.portal.points.policy.PolicyDesk;
import org.linli.portal.points.policy.PolicyFixture;

/** On the real engine, at a clock that is moved. */
class ExpiryTest {
    private static final ExpiryTerms YEAR = new ExpiryTerms(ExpiryTerms.Kind.YEAR_END, 0, 30, null);
    private static final Instant BEFORE_THE_NOTICE = Instant.parse("2026-11-22T04:00:00Z");
    private static final Instant NOTICE = Instant.parse("2026-12-02T04:00:00Z");
    private static final Instant NEW_YEAR = Instant.parse("2026-12-31T17:00:00Z");

    private final PointsFixture points = new PointsFixture();
    private final ExpiryBook book = new ExpiryBook(points.sql, points.clock);
    private final ExpiryDesk desk =
            new ExpiryDesk(book, points.policies, points.books.ledger, points.books.notices, points.clock);
    private final ExpirePoints job = new ExpirePoints(points.policies, book, desk, points.clock);
    private final ExpiryQueries queries =
            new ExpiryQueries(points.caller, points.policies, book, points.books.queries, points.clock);

    @BeforeEach
    void points_expire_at_the_new_year() {
        points.clock.set(BEFORE_THE_NOTICE);
        decide(YEAR);
    }

    @AfterEach
    void invariants_hold() {
        points.books.invariantsHold();
    }

    @Test
    void nobody_is_told_too_early() {
        long person = earned(1_000);

        runJob();

        assertThat(points.told("points-expire")).isZero();
        assertThat(mine(person).coming()).containsExactly(new Outlook.Coming(LocalDate.of(2027, 1, 1), 1_000, false));
    }

    @Test
    void who_is_told_loses_what_is_left_on_the_day_and_keeps_what_came_after() {
        long person = earned(1_000);
        points.clock.set(NOTICE);
        runJob();
        assertThat(points.told("points-expire\\\"")).isEqualTo(1);
        assertThat(mine(person).coming()).containsExactly(new Outlook.Coming(LocalDate.of(2027, 1, 1), 1_000, true));

        points.books.hold(person, 300);
        points.clock.set(NEW_YEAR);
        points.earned(person, 50, NEW_YEAR.plusSeconds(1));
        runJob();

        assertThat(points.books.balances(person)).isEqualTo(new Balances(50, 300, 1_050, 0, 0, 0, 700));
        assertThat(points.told("points-expired")).isEqualTo(1);
    }

    @Test
    void who_spent_it_all_loses_nothing() {
        long person = earned(1_000);
        points.clock.set(NOTICE);
        runJob();
        points.books.hold(person, 1_000);

        points.clock.set(NEW_YEAR);
        runJob();

        assertThat(points.books.balances(person).expired()).isZero();
        assertThat(points.told("points-expired")).isZero();
    }

    @Test
    void what_came_back_after_the_notice_does_not_expire_without_one() {
        long person = earned(1_000);
        long hold = points.books.hold(person, 400);
        points.clock.set(NOTICE);
        runJob();
        points.run(() -> {
            points.books.ledger.release(hold, Cause.PORTAL);
            return true;
        });

        points.clock.set(NEW_YEAR);
        runJob();

        assertThat(points.books.balances(person)).isEqualTo(new Balances(400, 0, 1_000, 0, 0, 0, 600));
    }

    @Test
    void ten_nodes_that_run_it_at_once_let_it_happen_once() {
        List<Long> members = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            members.add(earned(1_000));
        }
        points.clock.set(NOTICE);
        everywhere();
        points.clock.set(NEW_YEAR);
        everywhere();
        runJob();

        assertThat(members).allMatch(member -> points.books.balances(member).expired() == 1_000);
        assertThat(points.count("SELECT COUNT(*) FROM points_transaction WHERE reason = 'EXPIRY'"))
                .isEqualTo(20);
        assertThat(points.told("points-expired")).isEqualTo(20);
    }

    @Test
    void whoever_is_killed_between_two_members_is_carried_on() {
        long first = earned(1_000);
        long second = earned(1_000);
        points.clock.set(NOTICE);
        runJob();
        points.clock.set(NEW_YEAR);
        long announcement = points.run(() -> book.announced(HERE, first).get(0).id());
        points.run(() -> desk.expire(announcement));

        assertThat(points.run(() -> desk.expire(announcement))).isFalse();
        runJob();

        assertThat(points.books.balances(first).expired()).isEqualTo(1_000);
        assertThat(points.books.balances(second).expired()).isEqualTo(1_000);
    }

    @Test
    void other_terms_put_off_what_was_announced() {
        long person = earned(1_000);
        points.clock.set(NOTICE);
        runJob();
        PolicyDesk policy = PolicyFixture.desk(points);
        long seen = points.run(() -> points.policies.of(HERE)).version();
        PolicyCommand command = PolicyFixture.command(ExpiryTerms.Kind.MONTHS, 1, 7);
        points.as(points.person(0), () -> policy.change(HERE, seen, command), Role.COMMUNITY_ADMIN);

        points.clock.set(NEW_YEAR);
        runJob();

        assertThat(points.books.balances(person).expired()).isZero();
        assertThat(mine(person).coming().get(0).on()).isAfterOrEqualTo("2027-01-02");
    }

    @Test
    void points_that_last_for_ever_are_never_announced() {
        long person = earned(1_000);
        decide(ExpiryTerms.NONE);
        points.clock.set(NEW_YEAR.plus(Duration.ofDays(400)));

        runJob();

        assertThat(points.books.balances(person).expired()).isZero();
        assertThat(mine(person).coming()).isEmpty();
    }

    @Test
    void the_books_agree_with_lots_over_random_schedules() {
        long seed = Long.getLong("linli.test.seed", System.nanoTime());
        System.out.println("expiry in the books with -Dlinli.test.seed=" + seed);
        Random random = new Random(seed);
        for (int schedule = 0; schedule < 12; schedule++) {
            new BookSchedule(points, book, random).run("seed " + seed + " schedule " + schedule);
        }
    }

    private void everywhere() {
        assertThat(Race.of(10, node -> likeANode())).containsOnlyNulls();
    }

    private long earned(long amount) {
        long person = points.person(0);
        points.earned(person, amount, Instant.parse("2026-05-01T00:00:00Z"));
        return person;
    }

    private void runJob() {
        points.run(() -> {
            job.run();
            return true;
        });
    }

    /** Every call of a desk is a transaction, run again after a deadlock. */
    private void likeANode() {
        LocalDate today = points.today();
        points.run(points.policies::expiring).forEach(policy -> policy.expiry()
                .dueAfter(today)
                .filter(due -> policy.expiry().toAnnounce(due, today))
                .ifPresent(due -> points.run(() -> desk.announce(HERE, policy.expiry(), due, 0, 200))));
        points.run(() -> book.due(today, 200)).forEach(due -> points.run(() -> desk.expire(due.id())));
    }

    private Outlook mine(long person) {
        return points.as(person, queries::mine);
    }

    private void decide(ExpiryTerms terms) {
        points.run(() -> {
            PolicyFixture.decide(points, terms);
            return true;
        });
    }
}
