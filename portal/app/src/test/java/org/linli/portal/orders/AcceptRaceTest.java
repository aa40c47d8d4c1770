package org.linli.portal.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.linli.portal.platform.persistence.Race;
import org.linli.portal.platform.problem.DomainException;

/** Invariant 3: an order has at most one live assignment, whoever races for it. */
class AcceptRaceTest {
    private static Neighbourhood here;

    @BeforeAll
    static void open() {
        here = new Neighbourhood();
    }

    @AfterAll
    static void close() throws Exception {
        here.close();
    }

    @RepeatedTest(10)
    void of_32_volunteers_one_has_the_order_and_31_hear_that_it_is_taken() {
        long order = here.offered(32);
        List<Throwable> failures =
                Race.of(32, number -> here.volunteer(number).does(d -> d.service.accept(OrderRef.latest(order))));

        assertThat(Race.winners(failures)).isEqualTo(1);
        assertThat(failures.stream().filter(Objects::nonNull)).allSatisfy(failure -> {
            assertThat(failure).isInstanceOf(DomainException.class);
            assertThat(((DomainException) failure).code()).isEqualTo("orders.already-accepted");
        });
        assertThat(here.number("SELECT COUNT(*) FROM assignment WHERE live_order_id = ?", order))
                .isOne();
        assertThat(here.number("SELECT COUNT(*) FROM dispatch WHERE order_id = ? AND status = 'ACCEPTED'", order))
                .isOne();
        assertThat(here.number("SELECT COUNT(*) FROM dispatch WHERE order_id = ? AND status = 'WITHDRAWN'", order))
                .isEqualTo(31);
        assertThat(here.number("SELECT COUNT(*) FROM order_event WHERE order_id = ? AND action = 'ACCEPT'", order))
                .isOne();
    }

    @RepeatedTest(5)
    void when_all_decline_at_once_the_order_is_queued_again() {
        long order = here.offered(10);
        List<Throwable> failures = Race.of(10, number -> here.volunteer(number).does(d -> {
            long dispatch = d.queries.detail(order).openOffer().id();
            d.service.decline(OrderRef.latest(order), dispatch, "没空");
        }));

        assertThat(failures).containsOnlyNulls();
        assertThat(here.number("SELECT COUNT(*) FROM service_order WHERE id = ? AND status = 'PLACED'", order))
                .isOne();
    }
}
