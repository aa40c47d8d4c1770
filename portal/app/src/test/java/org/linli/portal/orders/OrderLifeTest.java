package org.linli.portal.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatList;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linli.plugin.Data;
import org.linli.portal.orders.Neighbourhood.Desks;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violation;
import org.linli.portal.platform.rest.Window;

/** The life of orders at the desks, on the real engine. */
class OrderLifeTest {
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
    void from_order_to_record() {
        long order = accepted();
        String code = here.resident().run(d -> d.queries.checkInCode(order));
        assertThat(code).matches("\\d{6}");
        assertThat(here.volunteer(0).run(d -> d.queries.detail(order)).checkInCode())
                .isNull();
        assertThat(here.dispatcher().run(d -> d.queries.detail(order)).checkInCode())
                .isNull();

        assertThat(checkIn(order, code).checkedIn()).isTrue();
        here.clock.pass(Duration.ofMinutes(41));
        here.volunteer(0).does(d -> d.service.complete(new CompleteService(OrderRef.latest(order), "买好了", null)));
        int before = here.recorded.size();
        here.resident().does(d -> d.review.review(new ReviewService(OrderRef.latest(order), 5, "谢谢", 40)));

        OrderDetail detail = here.resident().run(d -> d.queries.detail(order));
        assertThat(detail.order().status()).isEqualTo(OrderStatus.CLOSED);
        assertThat(detail.service().claimedMinutes()).isEqualTo(41);
        assertThat(detail.service().record().minutes()).isEqualTo(40);
        assertThat(detail.service().record().evidence()).isEqualTo("B");
        assertThat(detail.actions()).isEmpty();
        ServiceRecorded recorded = here.recorded.get(before);
        assertThat(recorded.minutes()).isEqualTo(40);
        assertThat(recorded.pointsRate()).isEqualTo(1000);
        assertThat(recorded.volunteerId()).isEqualTo(Neighbourhood.VOLUNTEER);
        assertThatList(here.resident().run(d -> d.queries.timeline(order)))
                .extracting(TimelineLine::action)
                .containsExactly(
                        OrderAction.PLACE,
                        OrderAction.OFFER,
                        OrderAction.ACCEPT,
                        OrderAction.CHECK_IN,
                        OrderAction.COMPLETE,
                        OrderAction.REVIEW,
                        OrderAction.CLOSE);
        assertThat(here.volunteer(0)
                        .run(d -> d.queries.assignments(false, Window.first()))
                        .items())
                .extracting(task -> task.order().id())
                .contains(order);
    }

    @Test
    void one_resident_does_not_fill_the_queue() {
        Desks neighbour =
                here.as(Neighbourhood.NEIGHBOUR, Neighbourhood.held(Role.RESIDENT, Neighbourhood.COMMUNITY, "1/a/"));
        long first = neighbour.run(d -> d.placing.place(here.wish()));
        for (int i = 1; i < Neighbourhood.OPEN_LIMIT; i++) {
            neighbour.run(d -> d.placing.place(here.wish()));
        }
        assertThatThrownBy(() -> neighbour.run(d -> d.placing.place(here.wish())))
                .hasMessageContaining("orders.too-many-open");

        neighbour.does(d -> d.placing.cancel(OrderRef.latest(first), null));
        neighbour.run(d -> d.placing.place(here.wish()));
    }

    @Test
    void the_version_that_is_shown_is_the_version_that_is_kept() {
        long order = here.resident().run(d -> d.placing.place(here.wish()));
        long shown = here.dispatcher().run(d -> {
            d.dispatch.offer(new OfferOrder(OrderRef.latest(order), List.of(2000L, 2001L), null, ""));
            return d.queries.detail(order).order().version();
        });
        assertThat(here.number("SELECT version FROM service_order WHERE id = ?", order))
                .isEqualTo(shown);
        OfferView offer = here.volunteer(1).run(d -> d.queries.detail(order)).openOffer();
        long afterDecline = here.volunteer(1).run(d -> {
            d.service.decline(new OrderRef(order, shown), offer.id(), "");
            return d.queries.detail(order).order().version();
        });
        assertThat(afterDecline).as("also when only an offer changed").isGreaterThan(shown);
        assertThat(here.number("SELECT version FROM service_order WHERE id = ?", order))
                .isEqualTo(afterDecline);
        refused(412, "platform.changed-meanwhile", () -> here.volunteer(0)
                .does(d -> d.service.accept(new OrderRef(order, shown))));
    }

    @Test
    void five_wrong_codes_lock_the_check_in_until_the_dispatcher_issues_a_new_one() {
        long order = accepted();
        String code = here.resident().run(d -> d.queries.checkInCode(order));
        String wrong = code.equals("000000") ? "111111" : "000000";
        for (int left = 4; left >= 0; left--) {
            assertThat(checkIn(order, wrong)).isEqualTo(new CheckInOutcome(false, left));
        }
        refused(409, "orders.code-locked", () -> checkIn(order, code));
        here.dispatcher().does(d -> d.dispatch.renewCode(OrderRef.latest(order)));
        String fresh = here.resident().run(d -> d.queries.checkInCode(order));
        assertThat(checkIn(order, fresh).checkedIn()).isTrue();
    }

    @Test
    void an_order_placed_twice_under_one_id_is_one_order() {
        PlaceOrder wish = here.wish();
        PlaceOrder chosen = new PlaceOrder(
                4711L,
                wish.itemId(),
                null,
                null,
                wish.description(),
                null,
                null,
                wish.wantedFrom(),
                wish.wantedTo(),
                Data.EMPTY);
        assertThatObject(here.resident().run(d -> d.placing.place(chosen))).isEqualTo(4711L);
        assertThatObject(here.resident().run(d -> d.placing.place(chosen))).isEqualTo(4711L);
        assertThat(here.number("SELECT COUNT(*) FROM order_event WHERE order_id = 4711"))
                .isOne();
    }

    @Test
    void everything_wrong_with_an_order_is_said_at_once() {
        PlaceOrder empty = new PlaceOrder(null, 999L, null, null, "x".repeat(501), " ", 20L, null, null, Data.EMPTY);
        assertThatThrownBy(() -> here.resident().run(d -> d.placing.place(empty)))
                .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.violations())
                        .extracting(Violation::field)
                        .containsExactlyInAnyOrder("itemId", "description", "address", "unitId", "wantedTo"));
    }

    @Test
    void who_helps_needs_consent_and_a_right_to_help() {
        PlaceOrder silent = forAnother(null);
        Desks gridWorker =
                here.as(Neighbourhood.GRID_WORKER, Neighbourhood.held(Role.GRID_WORKER, Neighbourhood.GRID, "1/a/b/"));
        refused(400, "platform.invalid", () -> gridWorker.run(d -> d.placing.place(silent)));
        long order = gridWorker.run(d -> d.placing.place(forAnother("电话里同意")));
        OrderDetail detail = here.resident().run(d -> d.queries.detail(order));
        assertThat(detail.consentNote()).isEqualTo("电话里同意");
        assertThat(detail.placerName()).isEqualTo("人" + Neighbourhood.GRID_WORKER);

        Desks elsewhere = here.as(
                Neighbourhood.GRID_WORKER, Neighbourhood.held(Role.GRID_WORKER, Neighbourhood.COMMUNITY + 9, "1/a/z/"));
        long home = here.transactions.run(
                () -> (long) here.sql.update("UPDATE person SET home_unit_id = 11 WHERE id = 1003"));
        assertThat(home).isOne();
        refused(403, "orders.not-your-resident", () -> elsewhere.run(d -> d.placing.place(forAnother("同意"))));
    }

    @Test
    void who_placed_an_order_for_somebody_else_does_not_serve_it() {
        long placer = Neighbourhood.VOLUNTEER + 6;
        Desks both = here.as(
                placer,
                Neighbourhood.held(Role.DISPATCHER, Neighbourhood.COMMUNITY, "1/a/"),
                Neighbourhood.held(Role.VOLUNTEER, Neighbourhood.COMMUNITY, "1/a/"));
        long order = both.run(d -> d.placing.place(forAnother("电话里同意")));
        OfferOrder toPlacer = new OfferOrder(OrderRef.latest(order), List.of(placer), null, "");
        refused(400, "platform.invalid", () -> both.does(d -> d.dispatch.offer(toPlacer)));
        both.does(d -> d.dispatch.offer(new OfferOrder(OrderRef.latest(order), List.of(), 3000L, "")));
        refused(403, "orders.own-order", () -> both.does(d -> d.service.accept(OrderRef.latest(order))));
    }

    @Test
    void neighbours_of_one_building_may_not_order_for_each_other() {
        Desks neighbour =
                here.as(Neighbourhood.NEIGHBOUR, Neighbourhood.held(Role.RESIDENT, Neighbourhood.COMMUNITY, "1/a/"));
        refused(403, "orders.not-your-resident", () -> neighbour.does(d -> d.placing.place(forAnother("当面同意"))));
    }

    @Test
    void an_offer_is_made_only_to_those_who_may_be_asked() {
        PlaceOrder wish = here.wish();
        long order = here.resident()
                .run(d -> d.placing.place(new PlaceOrder(
                        null,
                        Neighbourhood.SKILLED_ITEM,
                        null,
                        null,
                        "",
                        null,
                        null,
                        wish.wantedFrom(),
                        wish.wantedTo(),
                        Data.EMPTY)));
        refused(400, "platform.invalid", () -> offer(order, 2000L));
        refused(400, "platform.invalid", () -> offer(order, Neighbourhood.RESIDENT));
        offer(order, 2001L);
        refused(400, "platform.invalid", () -> offer(order, 2001L));
        assertThatList(here.dispatcher().run(d -> d.dispatch.candidates(order, "", 50)))
                .extracting(r -> r.candidate().volunteerId() + " " + r.eligible())
                .hasSize(Neighbourhood.VOLUNTEERS)
                .contains("2000 false", "2001 false");
        String name = here.dispatcher()
                .run(d -> d.dispatch.candidates(order, "", 1))
                .get(0)
                .candidate()
                .name();
        assertThatList(here.dispatcher().run(d -> d.dispatch.candidates(order, name, 50)))
                .isNotEmpty()
                .allMatch(r -> r.candidate().name().contains(name));
        assertThatList(here.dispatcher().run(d -> d.dispatch.candidates(order, "没有这个人", 50)))
                .isEmpty();
    }

    @Test
    void of_a_team_that_is_asked_anyone_may_accept_and_only_the_leader_declines() {
        long order = here.resident().run(d -> d.placing.place(here.wish()));
        here.dispatcher().does(d -> d.dispatch.offer(new OfferOrder(OrderRef.latest(order), List.of(), 3000L, "")));
        long dispatch =
                here.volunteer(6).run(d -> d.queries.detail(order)).openOffer().id();
        refused(403, "orders.not-your-offer", () -> here.volunteer(6)
                .does(d -> d.service.decline(OrderRef.latest(order), dispatch, "")));
        here.volunteer(6).does(d -> d.service.accept(OrderRef.latest(order)));
        assertThat(here.resident().run(d -> d.queries.detail(order)).order().volunteerName())
                .isEqualTo("人2006");
    }

    @Test
    void cancelling_takes_offers_back_frees_the_volunteer_and_is_refused_too_late() {
        long offered = here.offered(2);
        here.resident().does(d -> d.placing.cancel(OrderRef.latest(offered), "不用了"));
        assertThat(here.number("SELECT COUNT(*) FROM dispatch WHERE order_id = ? AND status = 'WITHDRAWN'", offered))
                .isEqualTo(2);
        refused(409, "orders.ended", () -> here.resident().does(d -> d.placing.cancel(OrderRef.latest(offered), "")));

        long begun = accepted();
        String code = here.resident().run(d -> d.queries.checkInCode(begun));
        checkIn(begun, code);
        refused(409, "orders.cancel-in-service", () -> here.resident()
                .does(d -> d.placing.cancel(OrderRef.latest(begun), "")));
        refused(400, "platform.invalid", () -> here.dispatcher()
                .does(d -> d.placing.cancel(OrderRef.latest(begun), " ")));
        here.dispatcher().does(d -> d.placing.cancel(OrderRef.latest(begun), "居民不舒服，送医"));
        assertThat(here.number(
                        "SELECT COUNT(*) FROM assignment WHERE order_id = ? AND live_order_id IS NULL"
                                + " AND end_reason = 'CANCELLED'",
                        begun))
                .isOne();
    }

    @Test
    void who_gives_an_order_back_may_be_followed_by_another() {
        long order = accepted();
        here.volunteer(0).does(d -> d.service.release(OrderRef.latest(order), "孩子病了"));
        offer(order, 2001L);
        here.volunteer(1).does(d -> d.service.accept(OrderRef.latest(order)));
        assertThat(here.number("SELECT COUNT(*) FROM assignment WHERE order_id = ?", order))
                .isEqualTo(2);
    }

    @Test
    void minutes_are_bounded_by_the_item_and_by_what_was_claimed() {
        long order = accepted();
        checkIn(order, here.resident().run(d -> d.queries.checkInCode(order)));
        refused(400, "platform.invalid", () -> here.volunteer(0)
                .does(d -> d.service.complete(new CompleteService(OrderRef.latest(order), "好了", 121))));
        here.volunteer(0).does(d -> d.service.complete(new CompleteService(OrderRef.latest(order), "好了", 120)));
        refused(400, "platform.invalid", () -> here.resident()
                .does(d -> d.review.review(new ReviewService(OrderRef.latest(order), 5, "", 121))));
        refused(400, "platform.invalid", () -> here.resident()
                .does(d -> d.review.review(new ReviewService(OrderRef.latest(order), 6, "", 60))));
        assertThat(here.resident()
                        .run(d -> d.queries.mine(Set.of(OrderStatus.COMPLETED), Window.first()))
                        .items())
                .extracting(OrderSummary::id)
                .contains(order);
    }

    private static long accepted() {
        long order = here.offered(1);
        here.volunteer(0).does(d -> d.service.accept(OrderRef.latest(order)));
        return order;
    }

    private static CheckInOutcome checkIn(long order, String code) {
        return here.volunteer(0).run(d -> d.service.checkIn(OrderRef.latest(order), code));
    }

    private static void offer(long order, long volunteer) {
        here.dispatcher()
                .does(d -> d.dispatch.offer(new OfferOrder(OrderRef.latest(order), List.of(volunteer), null, "")));
    }

    private static PlaceOrder forAnother(String consent) {
        PlaceOrder wish = here.wish();
        return new PlaceOrder(
                null,
                wish.itemId(),
                Neighbourhood.RESIDENT,
                consent,
                "",
                null,
                null,
                wish.wantedFrom(),
                wish.wantedTo(),
                Data.EMPTY);
    }

    private static void refused(int status, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DomainException.class, e -> {
            assertThat(e.kind().status()).as(code).isEqualTo(status);
            assertThat(e.code()).isEqualTo(code);
        });
    }
}
