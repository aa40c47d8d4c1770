package org.linli.portal.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatList;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linli.portal.orders.Neighbourhood.Desks;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Window;

/** What streets and districts see of the orders below them. */
class FromAboveTest {
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
    void they_see_how_it_goes_and_nobody_s_name_address_or_words() {
        long order = here.offered(1);
        here.volunteer(0).does(d -> d.service.accept(OrderRef.latest(order)));
        String code = here.resident().run(d -> d.queries.checkInCode(order));
        here.volunteer(0).does(d -> d.service.checkIn(OrderRef.latest(order), code));
        here.volunteer(0).does(d -> d.service.complete(new CompleteService(OrderRef.latest(order), "药放在床头", 30)));

        OrderDetail seen = street().run(d -> d.queries.detail(order));
        assertThat(seen.order().principalName()).isEqualTo("人**");
        assertThat(seen.order().volunteerName()).isEqualTo("人**");
        assertThat(seen.address()).isNull();
        assertThat(seen.description()).isEmpty();
        assertThat(seen.service().journal()).isNull();
        assertThat(seen.service().volunteerId()).isZero();
        assertThat(seen.service().claimedMinutes()).isEqualTo(30);
        assertThatList(seen.offers()).isEmpty();
        assertThatList(seen.photos()).isEmpty();
        assertThatThrownBy(() -> street().run(d -> d.queries.photo(order, 1)))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("platform.not-found");
        assertThatList(street().run(d -> d.queries.timeline(order))).allSatisfy(line -> {
            assertThat(line.actorId()).isNull();
            assertThat(line.actorName() == null ? "人**" : line.actorName()).isEqualTo("人**");
        });
        QueueFilter byName = new QueueFilter(java.util.Set.of(), false, "没有这个人");
        assertThatList(street().run(d -> d.queries.queue(Neighbourhood.COMMUNITY, byName, Window.first()))
                        .items())
                .as("no searching for names")
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.principalName()).isEqualTo("人**"));
    }

    @Test
    void what_was_escalated_to_them_they_see_in_full_and_find_in_their_list() {
        long order = here.resident().run(d -> d.placing.place(here.wish()));
        long quiet = here.resident().run(d -> d.placing.place(here.wish()));
        here.transactions.run(
                () -> here.sql.update("UPDATE service_order SET escalated_at = placed_at WHERE id = ?", order));

        assertThat(street().run(d -> d.queries.detail(order)).address()).isEqualTo("3栋501");
        assertThatList(street().run(d -> d.queries.escalated(Window.first())).items())
                .extracting(OrderSummary::id)
                .contains(order)
                .doesNotContain(quiet);
        long count = street().run(d -> d.queries.countEscalated());
        assertThat(count).isPositive();
        assertThat(street().run(d -> d.queries.escalated(Window.first()))
                        .items()
                        .get(0)
                        .principalName())
                .isEqualTo("人1000");
        assertThatList(here.resident()
                        .run(d -> d.queries.escalated(Window.first()))
                        .items())
                .isEmpty();

        Desks auditor = here.as(Neighbourhood.NEIGHBOUR, Neighbourhood.held(Role.AUDITOR, Neighbourhood.STREET, "1/"));
        assertThat(auditor.run(d -> d.queries.detail(order)).address())
                .as("it was not escalated to auditors")
                .isNull();
    }

    @Test
    void staff_of_the_community_see_what_they_always_saw() {
        long order = here.resident().run(d -> d.placing.place(here.wish()));
        Desks within =
                here.as(Neighbourhood.SUPERVISOR, Neighbourhood.held(Role.SUPERVISOR, Neighbourhood.COMMUNITY, "1/a/"));
        assertThat(within.run(d -> d.queries.detail(order)).address()).isEqualTo("3栋501");
        assertThat(here.dispatcher().run(d -> d.queries.detail(order)).order().principalName())
                .isEqualTo("人1000");
    }

    private static Desks street() {
        return here.as(Neighbourhood.SUPERVISOR, Neighbourhood.held(Role.SUPERVISOR, Neighbourhood.STREET, "1/"));
    }
}
