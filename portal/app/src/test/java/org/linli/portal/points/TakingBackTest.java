package org.linli.portal.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.portal.points.PaidServices.NOON;
import static org.linli.portal.points.PaidServices.service;

import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linli.portal.hours.ServiceReversed;
import org.linli.portal.ledger.LedgerFixture;
import org.linli.portal.platform.persistence.Ids;

class TakingBackTest {
    private static final PaidServices PAID = new PaidServices();
    private static final long ADMIN = 70;
    private static final TakingBack BACK = new TakingBack(
            PAID.earned,
            PAID.members,
            PAID.books.ledger,
            PAID.books.queries,
            new ShortfallNews(PAID.books.notices, PAID.notices, PAID.people),
            Clock.systemUTC());

    private final long volunteer = Ids.next();
    private final long record = Ids.next();

    @BeforeAll
    static void an_administrator() {
        PAID.books.transactions.run(() -> {
            PAID.books.sql.update("INSERT INTO person (id, community_id, home_unit_id, name, public_number, created_at)"
                    + " VALUES (70, 7, 7, '管理员', 'P70', '2026-01-01')");
            PAID.books.sql.update(
                    "INSERT INTO role_grant (id, person_id, org_unit_id, role, status, valid_from, created_at)"
                            + " VALUES (70, ?, 7, 'COMMUNITY_ADMIN', 'ACTIVE', '2026-01-01', '2026-01-01')",
                    ADMIN);
        });
    }

    @AfterEach
    void invariants_hold() {
        PAID.books.invariantsHold();
    }

    @Test
    void the_points_of_a_reversed_record_are_taken_back_once() {
        PAID.tell(service(record, volunteer, 1000, 75, NOON));

        reverse();
        reverse();

        assertThat(available()).isZero();
        assertThat(number("SELECT COUNT(*) FROM service_points WHERE record_id = ? AND reversed_at IS NOT NULL"))
                .isOne();
        assertThat(number("SELECT COUNT(*) FROM points_shortfall WHERE record_id = ?"))
                .isZero();
    }

    @Test
    void the_replacing_record_is_paid_anew() {
        PAID.tell(service(record, volunteer, 1000, 75, NOON));
        reverse();
        PAID.tell(service(volunteer, 60, NOON));

        assertThat(available()).isEqualTo(1000);
    }

    @Test
    void points_that_were_spent_stay_spent_and_an_administrator_is_told() {
        PAID.tell(service(record, volunteer, 1000, 75, NOON));
        PAID.books.hold(volunteer, 300);

        reverse();

        assertThat(available()).isEqualTo(950);
        assertThat(number("SELECT amount FROM points_shortfall WHERE record_id = ?"))
                .isEqualTo(1250);
        assertThat(number("SELECT COUNT(*) FROM outbox_message WHERE payload LIKE '%points-shortfall%'"
                        + " AND payload LIKE CONCAT('%', ?, '%')"))
                .isOne();
    }

    @Test
    void a_record_that_earned_nothing_leaves_nothing_to_take_back() {
        PAID.tell(service(record, volunteer, 0, 75, NOON));

        reverse();

        assertThat(available()).isZero();
        assertThat(number("SELECT COUNT(*) FROM points_shortfall WHERE record_id = ?"))
                .isZero();
    }

    private void reverse() {
        PAID.books.transactions.run(() ->
                BACK.reversed(new ServiceReversed(record, Ids.next(), LedgerFixture.COMMUNITY, volunteer, "记错了人")));
    }

    private long available() {
        return PAID.books.balances(volunteer).available();
    }

    private long number(String query) {
        return PAID.books.transactions.run(() -> PAID.books.sql.number(query, record));
    }
}
