package org.linli.portal.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.portal.points.PaidServices.NOON;
import static org.linli.portal.points.PaidServices.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Race;
import org.linli.portal.points.rule.RuleBook;
import org.linli.portal.points.rule.RuleBook.Caps;
import org.linli.portal.points.rule.RuleBook.ItemRule;

class ServicePointsTest {
    private static final PaidServices PAID = new PaidServices();

    private final long volunteer = Ids.next();
    private final long record = Ids.next();

    @BeforeEach
    void without_rules() {
        PAID.guards.clear();
        PAID.books.transactions.run(() -> {
            PAID.books.sql.update("DELETE FROM points_rule");
        });
    }

    @AfterEach
    void invariants_hold() {
        PAID.books.invariantsHold();
    }

    @Test
    void a_recorded_service_is_paid_once_however_often_it_is_told() {
        List<Throwable> outcome = Race.of(5, i -> PAID.tell(service(record, volunteer, 1000, 75, NOON)));

        assertThat(outcome).containsOnlyNulls();
        assertThat(available()).isEqualTo(1250);
    }

    @Test
    void a_service_at_rate_zero_posts_nothing_and_keeps_why() {
        PAID.tell(service(record, volunteer, 0, 75, NOON));

        assertThat(PAID.books.balances(volunteer).earned()).isZero();
        assertThat(nothing(record).text("limit")).isEqualTo("NONE");
        assertThat(notices()).isZero();
    }

    @Test
    void points_disappear_with_the_review_that_is_rolled_back() {
        assertThatThrownBy(() -> PAID.books.transactions.run(() -> {
                    PAID.points.pay(service(record, volunteer, 1000, 75, NOON));
                    throw new IllegalStateException("the review fails after the points");
                }))
                .hasMessage("the review fails after the points");

        assertThat(available()).isZero();
        assertThat(number("SELECT COUNT(*) FROM service_points WHERE record_id = ?", record))
                .isZero();
    }

    @Test
    void what_a_guard_holds_is_not_paid_until_somebody_pays_it() {
        PAID.guards.add((service, receipt, amount) -> false);
        PAID.guards.add((service, receipt, amount) -> amount == 1250 && receipt.number("minutes") == 75);
        ServiceRecorded held = service(record, volunteer, 1000, 75, NOON);

        PAID.tell(held);
        assertThat(PAID.books.balances(volunteer).earned()).isZero();

        PAID.books.transactions.run(() -> PAID.payment.pay(held));
        assertThat(PAID.books.balances(volunteer).earned()).isEqualTo(1250);
    }

    @Test
    void the_edition_of_the_day_on_which_the_service_ended_decides() {
        PAID.publish(1, "2026-10-15", doubled());
        Instant lastOfOld = Instant.parse("2026-10-14T15:59:59Z"); // 23:59:59 in Shanghai
        Instant firstOfNew = Instant.parse("2026-10-14T16:00:00Z");

        PAID.tell(service(volunteer, 60, lastOfOld));
        assertThat(available()).isEqualTo(1000);
        PAID.tell(service(volunteer, 60, firstOfNew));
        assertThat(available()).isEqualTo(3000);
    }

    @Test
    void who_publishes_anew_before_an_edition_takes_effect_replaces_it() {
        PAID.publish(1, "2026-10-20", doubled());
        PAID.publish(2, "2026-10-15", RuleBook.BUILT_IN);

        PAID.tell(service(volunteer, 60, Instant.parse("2026-10-21T04:00:00Z")));

        assertThat(available()).isEqualTo(1000);
    }

    @Test
    void below_the_minimum_share_nothing_is_earned_and_the_volunteer_reads_why() {
        PAID.publish(1, "2026-01-01", new RuleBook(Map.of(), Map.of(), Caps.NONE, 50, Map.of()));

        PAID.tell(service(record, volunteer, 1000, 29, NOON));
        PAID.tell(service(volunteer, 30, NOON));

        assertThat(available()).isEqualTo(500);
        assertThat(nothing(record).text("limit")).isEqualTo("TOO_SHORT");
        assertThat(nothing(record).text("by")).isEqualTo("李奶奶");
        assertThat(number(
                        "SELECT COUNT(*) FROM outbox_message WHERE payload LIKE ? AND payload LIKE '%points-too-short%'",
                        "%" + volunteer + "%"))
                .isOne();
    }

    @Test
    void twelve_services_at_once_never_earn_more_than_the_caps() {
        PAID.publish(1, "2026-01-01", new RuleBook(Map.of(), Map.of(), new Caps(3500, 8000), 0, Map.of()));

        List<Throwable> outcome = Race.of(12, i -> PAID.tell(service(volunteer, 60, NOON)));
        assertThat(outcome).containsOnlyNulls();
        assertThat(available()).isEqualTo(3500);

        List<Throwable> later =
                Race.of(16, i -> PAID.tell(service(volunteer, 60, NOON.plus(Duration.ofDays(i % 2 == 0 ? 1 : 2)))));
        assertThat(later).containsOnlyNulls();
        assertThat(available()).isEqualTo(8000);
        assertThat(number("SELECT COUNT(*) FROM service_points WHERE person_id = ?", volunteer))
                .isEqualTo(28);

        PAID.tell(service(volunteer, 60, NOON.plus(Duration.ofDays(20)))); // another month
        assertThat(available()).isEqualTo(9000);
    }

    @Test
    void what_was_taken_back_leaves_room_under_the_cap() {
        PAID.publish(1, "2026-01-01", new RuleBook(Map.of(), Map.of(), new Caps(1000, 0), 0, Map.of()));
        PAID.tell(service(record, volunteer, 1000, 60, NOON));
        PAID.books.transactions.run(() -> PAID.earned.takenBack(record, NOON));

        PAID.tell(service(volunteer, 60, NOON));

        assertThat(available()).isEqualTo(2000);
    }

    private static RuleBook doubled() {
        return new RuleBook(Map.of(3L, new ItemRule(2000L, 100)), Map.of(), Caps.NONE, 0, Map.of());
    }

    private long available() {
        return PAID.books.balances(volunteer).available();
    }

    private Receipt nothing(long recordId) {
        return PAID.books.transactions.run(() -> PAID.books
                .sql
                .first(
                        "SELECT receipt FROM service_points WHERE record_id = ? AND amount = 0",
                        row -> Receipt.ofJson(row.text(1)),
                        recordId)
                .orElseThrow());
    }

    private long notices() {
        return number("SELECT COUNT(*) FROM outbox_message WHERE payload LIKE ?", "%" + volunteer + "%");
    }

    private static long number(String query, Object... parameters) {
        return PAID.books.transactions.run(() -> PAID.books.sql.number(query, parameters));
    }
}
