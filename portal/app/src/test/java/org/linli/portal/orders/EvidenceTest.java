package org.linli.portal.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linli.portal.orders.Neighbourhood.Desks;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;

/** What the resident's second code is worth. */
class EvidenceTest {
    private static Neighbourhood here;

    @BeforeAll
    static void open() {
        here = new Neighbourhood();
    }

    @AfterAll
    static void close() throws Exception {
        here.close();
    }

    @Test
    void with_a_second_code_at_the_end_the_evidence_is_of_grade_a() {
        long order = accepted();
        String first = here.resident().run(d -> d.queries.checkInCode(order));
        checkIn(order, first);
        String second = here.resident().run(d -> d.queries.checkInCode(order));
        assertThat(second).matches("\\d{6}");
        String seen = here.volunteer(0).run(d -> d.queries.checkInCode(order));
        assertThat(seen).isNull();

        assertThat(complete(order, second).checkedIn()).isTrue();
        here.resident().does(d -> d.review.review(new ReviewService(OrderRef.latest(order), 5, "", null)));

        assertThat(here.resident()
                        .run(d -> d.queries.detail(order))
                        .service()
                        .record()
                        .evidence())
                .isEqualTo("A");
        String left = here.resident().run(d -> d.queries.checkInCode(order));
        assertThat(left).isNull();
    }

    @Test
    void with_a_second_code_but_confirmed_by_a_proxy_it_is_of_grade_d() {
        Desks gridWorker = here.as(
                Neighbourhood.GRID_WORKER, Neighbourhood.held(Role.GRID_WORKER, Neighbourhood.COMMUNITY, "1/a/"));
        PlaceOrder own = here.wish();
        PlaceOrder wish = new PlaceOrder(
                null,
                own.itemId(),
                Neighbourhood.RESIDENT,
                "电话里同意",
                "",
                null,
                null,
                own.wantedFrom(),
                own.wantedTo(),
                own.fields());
        long order = gridWorker.run(d -> d.placing.place(wish));
        here.dispatcher().does(d -> d.dispatch.offer(new OfferOrder(OrderRef.latest(order), List.of(2000L), null, "")));
        here.volunteer(0).does(d -> d.service.accept(OrderRef.latest(order)));
        checkIn(order, gridWorker.run(d -> d.queries.checkInCode(order)));
        complete(order, gridWorker.run(d -> d.queries.checkInCode(order)));
        gridWorker.does(d -> d.review.review(new ReviewService(OrderRef.latest(order), 5, "", null)));

        assertThat(here.number("SELECT COUNT(*) FROM service_record WHERE order_id = ? AND evidence = 'D'", order))
                .isOne();
    }

    @Test
    void five_wrong_codes_at_the_end_lock_it_and_the_service_ends_without() {
        long order = accepted();
        checkIn(order, here.resident().run(d -> d.queries.checkInCode(order)));
        String second = here.resident().run(d -> d.queries.checkInCode(order));
        String wrong = second.equals("000000") ? "111111" : "000000";
        for (int left = 4; left >= 0; left--) {
            assertThat(complete(order, wrong)).isEqualTo(new CheckInOutcome(false, left));
        }
        refused(409, "orders.code-out-locked", () -> complete(order, second));

        assertThat(complete(order, null).checkedIn()).isTrue();
        here.resident().does(d -> d.review.review(new ReviewService(OrderRef.latest(order), 5, "", null)));
        assertThat(here.number("SELECT COUNT(*) FROM service_record WHERE order_id = ? AND evidence = 'B'", order))
                .isOne();
    }

    @Test
    void a_dispatcher_issues_a_new_code_for_the_end_too() {
        long order = accepted();
        checkIn(order, here.resident().run(d -> d.queries.checkInCode(order)));
        String overheard = here.resident().run(d -> d.queries.checkInCode(order));
        complete(order, overheard.equals("000000") ? "111111" : "000000");
        here.dispatcher().does(d -> d.dispatch.renewCode(OrderRef.latest(order)));

        String fresh = here.resident().run(d -> d.queries.checkInCode(order));
        assertThat(complete(order, fresh).checkedIn()).isTrue();
    }

    private static long accepted() {
        long order = here.offered(1);
        here.volunteer(0).does(d -> d.service.accept(OrderRef.latest(order)));
        return order;
    }

    private static CheckInOutcome checkIn(long order, String code) {
        return here.volunteer(0).run(d -> d.service.checkIn(OrderRef.latest(order), code));
    }

    private static CheckInOutcome complete(long order, String code) {
        return here.volunteer(0)
                .run(d -> d.service.complete(new CompleteService(OrderRef.latest(order), "买好了", 30, code)));
    }

    private static void refused(int status, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DomainException.class, e -> {
            assertThat(e.kind().status()).as(code).isEqualTo(status);
            assertThat(e.code()).isEqualTo(code);
        });
    }
}
