package org.linli.portal.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatList;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linli.plugin.Data;
import org.linli.portal.orders.Neighbourhood.Desks;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Window;

/** Who learns what of an order, on the real engine. */
class OrderPrivacyTest {
    private static final long STREET_TEAM = 3001;

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
    void for_whom_an_order_is_nothing_it_does_not_exist() {
        long order = here.offered(1);
        Desks stranger = here.as(
                Neighbourhood.STRANGER,
                Neighbourhood.held(Role.DISPATCHER, Neighbourhood.OTHER_COMMUNITY, "1/k/"),
                Neighbourhood.held(Role.VOLUNTEER, Neighbourhood.OTHER_COMMUNITY, "1/k/"));
        refused(404, "platform.not-found", () -> stranger.run(d -> d.queries.detail(order)));
        refused(404, "platform.not-found", () -> stranger.does(d -> d.service.accept(OrderRef.latest(order))));
        refused(404, "platform.not-found", () -> stranger.does(d -> d.placing.cancel(OrderRef.latest(order), "")));
        refused(
                404,
                "platform.not-found",
                () -> stranger.run(
                        d -> d.queries.queue(Neighbourhood.COMMUNITY, QueueFilter.waiting(), Window.first())));
        refused(404, "platform.not-found", () -> here.volunteer(9).run(d -> d.queries.timeline(order)));
        Desks supervisor =
                here.as(Neighbourhood.SUPERVISOR, Neighbourhood.held(Role.SUPERVISOR, Neighbourhood.STREET, "1/"));
        assertThat(supervisor.run(d -> d.queries.detail(order)).actions()).isEmpty();
        refused(403, "orders.not-your-part", () -> supervisor.does(d -> d.placing.cancel(OrderRef.latest(order), "")));
    }

    @Test
    void who_is_only_asked_does_not_learn_who_needs_it_and_where() {
        long order = here.offered(1);
        OrderDetail asked = here.volunteer(0).run(d -> d.queries.detail(order));
        assertThat(asked.order().principalName()).isEmpty();
        assertThat(asked.address()).isNull();
        assertThat(asked.openOffer()).isNotNull();
        assertThatList(here.volunteer(0).run(d -> d.queries.timeline(order)))
                .extracting(TimelineLine::actorName)
                .containsOnlyNulls();
        here.volunteer(0).does(d -> d.service.accept(OrderRef.latest(order)));
        OrderDetail accepted = here.volunteer(0).run(d -> d.queries.detail(order));
        assertThat(accepted.address()).isEqualTo("3栋501");
        assertThat(accepted.order().principalName()).isEqualTo("人1000");
        assertThatList(here.volunteer(0).run(d -> d.queries.timeline(order)))
                .extracting(TimelineLine::actorName)
                .contains("人1000");
    }

    @Test
    void who_was_asked_and_did_not_serve_learns_nothing_of_the_service() {
        long order = here.offered(2);
        here.volunteer(0).does(d -> d.service.accept(OrderRef.latest(order)));
        String code = here.resident().run(d -> d.queries.checkInCode(order));
        here.volunteer(0).does(d -> d.service.checkIn(OrderRef.latest(order), code));
        here.volunteer(0).does(d -> d.service.complete(new CompleteService(OrderRef.latest(order), "药放在床头", 30)));
        assertThat(here.volunteer(1).run(d -> d.queries.detail(order)).service())
                .isNull();
        assertThat(here.volunteer(0).run(d -> d.queries.detail(order)).service().journal())
                .isEqualTo("药放在床头");
    }

    @Test
    void who_declined_is_known_to_the_dispatcher_and_to_themselves() {
        long order = here.offered(2);
        String reason = "忙".repeat(500);
        long offer =
                here.volunteer(0).run(d -> d.queries.detail(order)).openOffer().id();
        here.volunteer(0).does(d -> d.service.decline(OrderRef.latest(order), offer, reason));
        assertThat(declined(here.dispatcher(), order).note()).isEqualTo(reason);
        assertThat(declined(here.volunteer(0), order).note()).isEqualTo(reason);
        assertThat(declined(here.volunteer(1), order).note()).isEmpty();
        assertThat(declined(here.resident(), order).actorName()).isNull();
    }

    @Test
    void of_a_team_of_the_street_only_those_at_work_in_the_community_are_asked() {
        here.transactions.run(() -> {
            here.sql.update("INSERT INTO team (id, kind, code, name, org_unit_id, created_at)"
                    + " VALUES (3001, 'SERVICE', 'S', '街道队', 1, '2026-01-01')");
            // one of elsewhere, one whom nobody has approved
            here.sql.update(
                    "INSERT INTO volunteer (person_id, joined_on) VALUES (1005, '2026-01-01'), (1001, '2026-01-01')");
            here.sql.update(
                    "INSERT INTO team_member VALUES (3001, 1005, 1, '2026-01-01'), (3001, 1001, 0, '2026-01-01')");
        });
        long order = here.resident().run(d -> d.placing.place(here.wish()));
        OfferOrder toTeam = new OfferOrder(OrderRef.latest(order), List.of(), STREET_TEAM, "");
        refused(400, "platform.invalid", () -> here.dispatcher().does(d -> d.dispatch.offer(toTeam)));

        here.transactions.run(() -> {
            here.sql.update("INSERT INTO team_member VALUES (3001, 2007, 0, '2026-01-01')");
        });
        here.dispatcher().does(d -> d.dispatch.offer(toTeam));
        Desks elsewhere = here.as(
                Neighbourhood.STRANGER, Neighbourhood.held(Role.VOLUNTEER, Neighbourhood.OTHER_COMMUNITY, "1/k/"));
        refused(404, "platform.not-found", () -> elsewhere.run(d -> d.queries.detail(order)));
        refused(404, "platform.not-found", () -> elsewhere.does(d -> d.service.accept(OrderRef.latest(order))));
        assertThatList(elsewhere.run(d -> d.queries.offers())).isEmpty();
        assertThat(here.number("SELECT COUNT(*) FROM outbox_message WHERE payload LIKE '%order-dispatched-team%'"))
                .as("only the one at work in the community is told")
                .isOne();
        assertThatList(here.volunteer(7).run(d -> d.queries.offers()))
                .extracting(task -> task.order().id())
                .contains(order);
        here.volunteer(7).does(d -> d.service.accept(OrderRef.latest(order)));
    }

    @Test
    void neighbours_of_a_building_do_not_order_for_each_other_and_those_of_a_household_do_and_it_is_told() {
        PlaceOrder wish = forResident("3栋502");
        Desks neighbour =
                here.as(Neighbourhood.NEIGHBOUR, Neighbourhood.held(Role.RESIDENT, Neighbourhood.COMMUNITY, "1/a/"));
        refused(403, "orders.not-your-resident", () -> neighbour.run(d -> d.placing.place(wish)));

        here.transactions.run(() -> {
            here.sql.update("UPDATE org_unit SET level = 'HOUSEHOLD_GROUP' WHERE id = 12");
        });
        long order = neighbour.run(d -> d.placing.place(wish));
        assertThat(here.number(
                        "SELECT COUNT(*) FROM outbox_message WHERE payload LIKE ? AND payload LIKE ? AND payload LIKE ?"
                                + " AND payload LIKE ?",
                        "%order-placed-for-you-by%",
                        "%\"人" + Neighbourhood.NEIGHBOUR + "\"%",
                        "%order-detail.xhtml?id=" + order + "%",
                        "%:" + Neighbourhood.RESIDENT + "%"))
                .as("the resident is told who it was, and may look at it")
                .isOne();
        long own = here.resident().run(d -> d.placing.place(here.wish()));
        assertThat(here.number(
                        "SELECT COUNT(*) FROM outbox_message WHERE payload LIKE ? AND payload LIKE ?",
                        "%order-placed-for-you%",
                        "%order:" + own + ":%"))
                .isZero();
        here.transactions.run(() -> {
            here.sql.update("UPDATE org_unit SET level = 'BUILDING' WHERE id = 12");
        });
    }

    @Test
    void who_orders_as_family_is_not_told_where_the_other_lives_and_who_helps_by_office_is() {
        here.transactions.run(() -> {
            here.sql.update("UPDATE org_unit SET level = 'HOUSEHOLD_GROUP' WHERE id = 12");
        });
        Desks family =
                here.as(Neighbourhood.NEIGHBOUR, Neighbourhood.held(Role.RESIDENT, Neighbourhood.COMMUNITY, "1/a/"));
        for (String nothing : Arrays.asList(null, "", " ")) {
            assertThatThrownBy(() -> family.run(d -> d.placing.place(forResident(nothing))))
                    .isInstanceOfSatisfying(DomainException.class, e -> {
                        assertThat(e.kind().status()).isEqualTo(400);
                        assertThatList(e.violations())
                                .extracting(v -> v.field() + " " + v.code())
                                .containsExactly("address orders.family-gives-address");
                    });
        }
        long given = family.run(d -> d.placing.place(forResident("东门岗亭")));
        assertThat(family.run(d -> d.queries.detail(given)).address()).isEqualTo("东门岗亭");
        assertThat(mayKnowHome(family)).as("what the wizard fills in").isFalse();
        assertThat(mayKnowHome(here.resident())).isTrue();
        assertThat(mayKnowHome(here.dispatcher())).isTrue();

        long filledIn = here.dispatcher().run(d -> d.placing.place(forResident(null)));
        assertThat(here.dispatcher().run(d -> d.queries.detail(filledIn)).address())
                .isEqualTo("3栋501");
        here.transactions.run(() -> {
            here.sql.update("UPDATE org_unit SET level = 'BUILDING' WHERE id = 12");
        });
    }

    private static boolean mayKnowHome(Desks desks) {
        return desks.run(d -> d.principals.mayKnowHome(d.principals.principal(Neighbourhood.RESIDENT)));
    }

    private static PlaceOrder forResident(@Nullable String address) {
        return new PlaceOrder(
                null,
                Neighbourhood.ITEM,
                Neighbourhood.RESIDENT,
                "当面说的",
                "",
                address,
                null,
                null,
                here.clock.instant().plusSeconds(90_000),
                Data.EMPTY);
    }

    private static TimelineLine declined(Desks reader, long order) {
        return reader.run(d -> d.queries.timeline(order)).stream()
                .filter(line -> line.action() == OrderAction.DECLINE)
                .findFirst()
                .orElseThrow();
    }

    private static void refused(int status, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DomainException.class, e -> {
            assertThat(e.kind().status()).as(code).isEqualTo(status);
            assertThat(e.code()).isEqualTo(code);
        });
    }
}
