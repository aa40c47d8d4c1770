package org.linli.portal.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.portal.platform.persistence.Race;

/** What the portal does by itself, on the real engine. */
class DeadlinesTest {
    private Neighbourhood here;

    @BeforeEach
    void open() {
        here = new Neighbourhood();
    }

    @AfterEach
    void close() throws Exception {
        here.close();
    }

    @Test
    void an_offer_nobody_answers_lapses_and_the_order_is_queued_again() {
        long order = here.offered(2);
        passAndEnforce(Duration.ofHours(23));
        assertThat(status(order)).isEqualTo(OrderStatus.DISPATCHED);
        passAndEnforce(Duration.ofHours(2));
        assertThat(status(order)).isEqualTo(OrderStatus.PLACED);
        assertThat(here.number("SELECT COUNT(*) FROM dispatch WHERE order_id = ? AND status = 'LAPSED'", order))
                .isEqualTo(2);
    }

    @Test
    void an_order_nobody_accepts_goes_up_once_and_expires_when_it_is_too_late() {
        long order = here.resident().run(d -> d.placing.place(here.wish()));
        passAndEnforce(Duration.ofHours(49));
        passAndEnforce(Duration.ofHours(1));
        assertThat(actions(order)).containsExactly(OrderAction.PLACE, OrderAction.ESCALATE);
        assertThat(here.number("SELECT COUNT(*) FROM outbox_message WHERE payload LIKE '%order-escalated%'"))
                .as("the dispatcher and the street's supervisor")
                .isEqualTo(2);
        passAndEnforce(Duration.ofHours(48));
        assertThat(status(order)).isEqualTo(OrderStatus.EXPIRED);
    }

    @Test
    void a_review_that_never_comes_is_made_by_default_with_the_claimed_minutes() {
        long order = completed();
        passAndEnforce(Duration.ofDays(7));
        assertThat(status(order)).isEqualTo(OrderStatus.CLOSED);
        ServiceView service = here.resident().run(d -> d.queries.detail(order)).service();
        assertThat(service.review().rating()).isNull();
        assertThat(service.record().minutes()).isEqualTo(50);
        assertThat(service.record().evidence()).isEqualTo("D");
        assertThat(here.recorded).hasSize(1);
    }

    @Test
    void two_nodes_do_it_once() {
        long order = completed();
        here.clock.pass(Duration.ofDays(8));
        List<Throwable> failures = Race.of(8, node -> here.resident().does(d -> d.deadlines.enforce(order)));
        assertThat(failures).containsOnlyNulls();
        assertThat(here.recorded).hasSize(1);
        assertThat(actions(order)).containsOnlyOnce(OrderAction.REVIEW, OrderAction.CLOSE);
    }

    @Test
    void in_a_pack_with_triage_and_in_one_with_assessment_the_order_passes_there() {
        here.follow(2);
        long five = here.resident().run(d -> d.placing.place(here.wish()));
        here.dispatcher()
                .does(d -> d.dispatch.triage(
                        new TriageOrder(OrderRef.latest(five), Affair.SHARED, Severity.ORDINARY, "")));
        assertThat(status(five)).isEqualTo(OrderStatus.TRIAGED);
        assertThat(here.resident().run(d -> d.queries.detail(five)).affair()).isEqualTo(Affair.SHARED);

        here.follow(3);
        long assessed = completed();
        here.resident().does(d -> d.review.review(new ReviewService(OrderRef.latest(assessed), 4, "", null)));
        assertThat(status(assessed)).isEqualTo(OrderStatus.REVIEWED);
        passAndEnforce(Duration.ofDays(14));
        assertThat(status(assessed)).as("an assessment that never comes").isEqualTo(OrderStatus.CLOSED);
    }

    private long completed() {
        long order = here.offered(1);
        here.volunteer(0).does(d -> d.service.accept(OrderRef.latest(order)));
        String code = here.resident().run(d -> d.queries.checkInCode(order));
        here.volunteer(0).does(d -> d.service.checkIn(OrderRef.latest(order), code));
        here.volunteer(0).does(d -> d.service.complete(new CompleteService(OrderRef.latest(order), "好了", 50)));
        return order;
    }

    private void passAndEnforce(Duration time) {
        here.clock.pass(time);
        Neighbourhood.Desks portal = here.resident();
        portal.run(d -> d.deadlines.due()).forEach(id -> portal.does(d -> d.deadlines.enforce(id)));
    }

    private OrderStatus status(long order) {
        return here.resident().run(d -> d.queries.detail(order)).order().status();
    }

    private List<OrderAction> actions(long order) {
        return here.resident().run(d -> d.queries.timeline(order)).stream()
                .map(TimelineLine::action)
                .toList();
    }
}
