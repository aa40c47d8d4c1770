package org.linli.portal.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.portal.ledger.LedgerFixture;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Race;

class ServicePointsTest {
    private static final LedgerFixture LEDGER = new LedgerFixture();

    private final ServicePoints points = new ServicePoints(LEDGER.ledger, new PointsNotices(LEDGER.notices));
    private final long volunteer = Ids.next();
    private final long record = Ids.next();

    @AfterEach
    void invariants_hold() {
        LEDGER.invariantsHold();
    }

    @Test
    void a_recorded_service_is_paid_once_however_often_it_is_told() {
        List<Throwable> outcome = Race.of(5, i -> pay(1000, 75));

        assertThat(outcome).containsOnlyNulls();
        assertThat(LEDGER.balances(volunteer).available()).isEqualTo(1250);
    }

    @Test
    void a_service_at_rate_zero_posts_nothing() {
        pay(0, 75);

        assertThat(LEDGER.balances(volunteer).earned()).isZero();
    }

    @Test
    void points_disappear_with_the_review_that_is_rolled_back() {
        assertThatThrownBy(() -> LEDGER.transactions.run(() -> {
                    points.pay(service(1000, 75));
                    throw new IllegalStateException("the review fails after the points");
                }))
                .hasMessage("the review fails after the points");

        assertThat(LEDGER.balances(volunteer).available()).isZero();
    }

    private void pay(long rate, int minutes) {
        LEDGER.transactions.run(() -> {
            points.pay(service(rate, minutes));
        });
    }

    private ServiceRecorded service(long rate, int minutes) {
        return new ServiceRecorded(
                record, Ids.next(), LedgerFixture.COMMUNITY, volunteer, 8, "陪诊", "", minutes, rate, "B", Instant.now());
    }
}
