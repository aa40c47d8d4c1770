package org.linli.portal.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatList;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linli.portal.people.GrantDecided;
import org.linli.portal.people.GrantView;
import org.linli.portal.people.Role;
import org.linli.portal.platform.rest.Window;

/** What becomes of orders when a volunteer's role ends. */
class VolunteersLeavingTest {
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
    void what_they_accepted_goes_back_to_the_queue_and_the_timeline_says_why() {
        long order = here.offered(1);
        here.volunteer(0).does(d -> d.service.accept(OrderRef.latest(order)));
        leave(0);
        assertThat(here.dispatcher().run(d -> d.queries.detail(order)).order().status())
                .isEqualTo(OrderStatus.PLACED);
        List<TimelineLine> lines = here.dispatcher().run(d -> d.queries.timeline(order));
        TimelineLine last = lines.get(lines.size() - 1);
        assertThat(last.action()).isEqualTo(OrderAction.RELEASE);
        assertThat(last.note()).isEqualTo("text:orders.note.volunteer-left");
        assertThat(here.number(
                        "SELECT COUNT(*) FROM assignment WHERE order_id = ? AND live_order_id IS NOT NULL", order))
                .isZero();
    }

    @Test
    void what_they_were_asked_is_taken_back_and_others_stay_asked() {
        long alone = here.offered(0);
        here.dispatcher()
                .does(d -> d.dispatch.offer(
                        new OfferOrder(OrderRef.latest(alone), List.of(Neighbourhood.VOLUNTEER + 3), null, "")));
        long shared = here.resident().run(d -> d.placing.place(here.wish()));
        here.dispatcher()
                .does(d -> d.dispatch.offer(new OfferOrder(
                        OrderRef.latest(shared),
                        List.of(Neighbourhood.VOLUNTEER + 3, Neighbourhood.VOLUNTEER + 4),
                        null,
                        "")));
        leave(3);
        assertThat(here.dispatcher().run(d -> d.queries.detail(alone)).order().status())
                .isEqualTo(OrderStatus.PLACED);
        assertThat(here.dispatcher().run(d -> d.queries.detail(shared)).order().status())
                .isEqualTo(OrderStatus.DISPATCHED);
        here.volunteer(4).does(d -> d.service.accept(OrderRef.latest(shared)));
    }

    @Test
    void what_is_being_served_is_finished_and_stays_visible_to_who_served() {
        long order = here.resident().run(d -> d.placing.place(here.wish()));
        here.dispatcher()
                .does(d -> d.dispatch.offer(
                        new OfferOrder(OrderRef.latest(order), List.of(Neighbourhood.VOLUNTEER + 8), null, "")));
        here.volunteer(8).does(d -> d.service.accept(OrderRef.latest(order)));
        String code = here.resident().run(d -> d.queries.checkInCode(order));
        here.volunteer(8).does(d -> d.service.checkIn(OrderRef.latest(order), code));
        leave(8);
        Neighbourhood.Desks former = here.as(
                Neighbourhood.VOLUNTEER + 8, Neighbourhood.held(Role.RESIDENT, Neighbourhood.COMMUNITY, "1/a/"));
        former.does(d -> d.service.complete(new CompleteService(OrderRef.latest(order), "都买好了", 30)));
        assertThat(former.run(d -> d.queries.detail(order)).service()).isNotNull();
        assertThatList(former.run(d -> d.queries.assignments(false, Window.first()))
                        .items())
                .extracting(task -> task.order().id())
                .contains(order);
    }

    private static void leave(int number) {
        long person = Neighbourhood.VOLUNTEER + number;
        here.resident().does(d -> {
            here.sql.update(
                    "UPDATE role_grant SET status = 'ENDED' WHERE person_id = ? AND role = 'VOLUNTEER'", person);
            d.leaving.decided(new GrantDecided(new GrantView(
                    person,
                    person,
                    Neighbourhood.COMMUNITY,
                    "",
                    Role.VOLUNTEER,
                    GrantView.Status.ENDED,
                    LocalDate.EPOCH,
                    null,
                    1)));
        });
    }
}
