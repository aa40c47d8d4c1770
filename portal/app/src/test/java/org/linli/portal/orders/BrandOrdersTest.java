package org.linli.portal.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.portal.orders.Neighbourhood.COMMUNITY;
import static org.linli.portal.orders.Neighbourhood.NEIGHBOUR;
import static org.linli.portal.orders.Neighbourhood.VOLUNTEER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.plugin.Data;
import org.linli.plugin.DispatchRule;
import org.linli.plugin.OrderView;
import org.linli.plugin.Problem;
import org.linli.plugin.StepHandler.Result;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandPurged;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.BrandSwitched;
import org.linli.portal.dispatch.Ranked;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Window;

/** Orders of a brand on the real engine: catalogue, placing by effect, steps, lateness, purge. */
class BrandOrdersTest {
    private static final long KEEPER = NEIGHBOUR;

    private Neighbourhood here;

    @BeforeEach
    void open() {
        here = new Neighbourhood();
        here.brands.roles.put(KEEPER, Set.of("keeper"));
        switched(true);
    }

    @AfterEach
    void close() throws Exception {
        here.close();
    }

    @Test
    void the_catalogue_follows_the_brand() {
        assertThat(items("active = 1 AND orderable = 0")).isEqualTo(1);
        switched(false);
        assertThat(items("active = 1")).isZero();
        switched(true);
        assertThat(items("active = 1")).isEqualTo(1);
        assertThat(here.number("SELECT COUNT(*) FROM flow_pack WHERE code = 'brand.tools.loan'"))
                .isEqualTo(1);
    }

    @Test
    void residents_do_not_find_what_only_the_brand_places() {
        long item = here.number("SELECT id FROM service_item WHERE brand_id = 'tools' AND type_code = 'loan'");
        PlaceOrder wish = here.wish();
        assertThatThrownBy(() -> here.resident()
                        .run(d -> d.placing.place(new PlaceOrder(
                                null,
                                item,
                                null,
                                null,
                                "",
                                null,
                                null,
                                wish.wantedFrom(),
                                wish.wantedTo(),
                                Data.EMPTY))))
                .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.violations())
                        .anyMatch(v -> v.code().equals("orders.item-not-listed")));
    }

    @Test
    void a_step_that_is_passed_ends_the_service_and_one_that_is_failed_reopens_it() {
        long order = completed("door");
        assertThat(view(order).step()).isEqualTo("check");
        assertThatThrownBy(() -> step(VOLUNTEER, order, "good"))
                .as("who served does not check")
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo("orders.step-not-yours"));

        step(KEEPER, order, "bad");
        assertThat(view(order).status()).isEqualTo("IN_SERVICE");
        assertThat(view(order).step()).isNull();
        assertThat(here.recorded).isEmpty();

        here.clock.pass(Duration.ofMinutes(10));
        complete(order);
        step(KEEPER, order, "good");
        OrderView closed = view(order);
        assertThat(closed.status()).isEqualTo("CLOSED");
        assertThat(closed.open()).isFalse();
        assertThat(here.recorded).singleElement().satisfies(service -> {
            assertThat(service.volunteerId()).isEqualTo(VOLUNTEER);
            assertThat(service.evidence()).isEqualTo("C");
        });
        assertThat(topics("brand.fact")).isEqualTo(1);
        assertThat(here.number("SELECT COUNT(*) FROM order_step WHERE order_id = ?", order))
                .isEqualTo(2);
    }

    @Test
    void a_step_says_what_is_wrong_and_changes_nothing() {
        long order = completed("door");
        here.brands.handler = (context, view, input) -> new Result.Reject(List.of(new Problem("result", "请附照片")));
        assertThatThrownBy(() -> step(KEEPER, order, "good"))
                .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.violations())
                        .singleElement()
                        .satisfies(v -> assertThat(v.arguments()).containsExactly("请附照片")));
        assertThatThrownBy(() -> step(KEEPER, order, "purple")).isInstanceOf(DomainException.class);
        assertThat(view(order).step()).isEqualTo("check");
    }

    @Test
    void a_step_that_waits_for_another_signature_stays_open_and_is_remembered() {
        long order = completed("door");
        here.brands.handler = (context, view, input) -> new Result.Pending("一人已签", List.of());
        step(KEEPER, order, "good");
        assertThat(view(order).step()).isEqualTo("check");
        assertThat(here.number("SELECT COUNT(*) FROM order_step WHERE order_id = ? AND outcome IS NULL", order))
                .isEqualTo(1);
    }

    @Test
    void an_outcome_that_is_not_declared_changes_nothing() {
        long order = completed("door");
        here.brands.handler = (context, view, input) -> new Result.Done("nonsense", "", List.of());
        assertThatThrownBy(() -> step(KEEPER, order, "good"))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo("orders.unknown-outcome"));
        assertThat(here.number("SELECT COUNT(*) FROM order_step WHERE order_id = ?", order))
                .isZero();
    }

    @Test
    void one_key_places_one_order_while_it_is_open_whoever_races_for_it() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> racers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                racers.add(() -> {
                    place("same", "p");
                    return true;
                });
            }
            for (Future<Boolean> done : pool.invokeAll(racers)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(openOrders()).isEqualTo(1);
        long order = here.number("SELECT order_id FROM order_extension");
        here.dispatcher().does(d -> d.placing.cancel(OrderRef.latest(order), "重复"));
        place("same", "p");
        assertThat(openOrders()).as("the key is free again").isEqualTo(1);
        assertThat(here.number("SELECT COUNT(*) FROM order_extension")).isEqualTo(2);
    }

    @Test
    void fields_are_checked_against_what_is_declared() {
        for (Data wrong : List.of(
                Data.EMPTY,
                Data.of("place", "x".repeat(21)),
                Data.of("place", "p", "pieces", "many"),
                Data.of("place", "p", "colour", "red"))) {
            assertThatThrownBy(() -> place(null, wrong)).isInstanceOf(DomainException.class);
        }
        assertThat(openOrders()).isZero();
    }

    @Test
    void a_brand_reads_and_changes_nothing_of_another_community() {
        long order = place(null, "p");
        BrandScope elsewhere = new BrandScope(
                new BrandRef("tools", Neighbourhood.OTHER_COMMUNITY), SampleBrand.descriptor(), null, false);
        here.resident().does(d -> {
            assertThat(d.reads.of(elsewhere).find(Long.toString(order))).isEmpty();
            assertThat(d.reads.of(elsewhere).list("loan", false, 0, 10)).isEmpty();
        });
        Effect.SetFields change = new Effect.SetFields(Long.toString(order), Data.of("pieces", 2));
        assertThatThrownBy(() -> here.resident().does(d -> d.brandOrders.setFields(elsewhere, change)))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo("platform.not-found"));
        here.resident().does(d -> d.brandOrders.setFields(SampleBrand.scope(KEEPER), change));
        assertThat(view(order).fields()).isEqualTo(Data.of("place", "p", "pieces", 2));
    }

    @Test
    void what_takes_too_long_is_told_once() {
        place(null, "p");
        here.clock.pass(Duration.ofHours(73));
        for (int i = 0; i < 2; i++) {
            here.resident().does(d -> d.late.late().forEach(d.late::tell));
        }
        assertThat(here.number("SELECT COUNT(*) FROM outbox_message WHERE topic = 'brand.event'"
                        + " AND payload LIKE '%order.overdue%'"))
                .isEqualTo(1);
    }

    @Test
    void an_order_without_an_appointment_escalates_and_does_not_expire() {
        long order = place(null, "p");
        here.clock.pass(Duration.ofDays(10));
        here.resident().does(d -> d.deadlines.due().forEach(d.deadlines::enforce));
        here.clock.pass(Duration.ofDays(10));
        here.resident().does(d -> d.deadlines.due().forEach(d.deadlines::enforce));
        assertThat(view(order).status()).isEqualTo("PLACED");
        assertThat(here.number("SELECT COUNT(*) FROM service_order WHERE id = ? AND escalated_at IS NOT NULL", order))
                .isEqualTo(1);
    }

    @Test
    void of_a_confidential_order_dispatchers_see_that_there_is_one_and_no_more() {
        long order = place(null, "p");
        here.transactions.run(() -> {
            here.sql.update("UPDATE order_extension SET confidential = 1 WHERE order_id = ?", order);
        });
        OrderDetail seen = here.dispatcher().run(d -> d.queries.detail(order));
        assertThat(seen.description()).isEmpty();
        assertThat(seen.address()).isNull();
        assertThat(seen.order().principalName()).isEmpty();
        assertThat(here.dispatcher()
                        .run(d -> d.queries.queue(
                                COMMUNITY, new QueueFilter(Set.of(), false, "梯子"), new Window(Long.MAX_VALUE, 10)))
                        .items())
                .as("no search finds what it says")
                .isEmpty();
        OrderDetail own = here.as(KEEPER, Neighbourhood.held(Role.RESIDENT, COMMUNITY, "1/a/"))
                .run(d -> d.queries.detail(order));
        assertThat(own.description()).isEqualTo("借梯子");
    }

    @Test
    void a_rule_of_the_brand_moves_candidates_and_says_why() {
        long order = place(null, "p");
        here.brands.scores = List.of(new DispatchRule.Score(Long.toString(VOLUNTEER + 9), 100, "就住在这栋楼"));
        List<Ranked> ranking = here.dispatcher().run(d -> d.ranking.candidates(order, "", 5));
        assertThat(ranking.get(0).candidate().volunteerId()).isEqualTo(VOLUNTEER + 9);
        assertThat(ranking.get(0).reasons().get(0).arguments()).containsExactly("就住在这栋楼");
    }

    @Test
    void purging_cancels_what_is_open_and_leaves_no_row_of_the_brand() {
        completed("door");
        place("other", "q");
        here.resident().does(d -> d.watch.purged(new BrandPurged(SampleBrand.HERE)));
        for (String table : List.of("order_extension", "order_step", "order_participant", "order_live_key")) {
            assertThat(here.number("SELECT COUNT(*) FROM " + table)).as(table).isZero();
        }
        assertThat(here.number("SELECT COUNT(*) FROM service_order WHERE status = 'PLACED'"))
                .isZero();
    }

    private void switched(boolean on) {
        here.resident().does(d -> d.catalogue.switched(new BrandSwitched(SampleBrand.scope(null), on)));
    }

    private long items(String where) {
        return here.number(
                "SELECT COUNT(*) FROM service_item WHERE brand_id = 'tools' AND type_code = 'loan' AND " + where);
    }

    private long topics(String topic) {
        return here.number("SELECT COUNT(*) FROM outbox_message WHERE topic = ?", topic);
    }

    private long openOrders() {
        return here.number("SELECT COUNT(*) FROM order_extension WHERE is_open = 1");
    }

    private long place(String key, String place) {
        return place(key, Data.of("place", place));
    }

    private long place(String key, Data fields) {
        Effect.PlaceOrder effect = new Effect.PlaceOrder(
                "loan",
                Long.toString(Neighbourhood.BUILDING),
                null,
                "借梯子",
                fields,
                Map.of("finder", List.of(Long.toString(KEEPER))),
                null,
                null,
                key);
        here.resident().does(d -> d.brandOrders.place(SampleBrand.scope(KEEPER), effect));
        return here.number("SELECT MAX(order_id) FROM order_extension");
    }

    /** An order that a volunteer has served, without a code. */
    private long completed(String key) {
        long order = place(key, "p");
        here.dispatcher()
                .does(d -> d.dispatch.offer(new OfferOrder(OrderRef.latest(order), List.of(VOLUNTEER), null, "")));
        here.volunteer(0).does(d -> d.service.accept(OrderRef.latest(order)));
        here.volunteer(0).does(d -> d.service.checkIn(OrderRef.latest(order), null));
        here.clock.pass(Duration.ofMinutes(20));
        complete(order);
        return order;
    }

    private void complete(long order) {
        here.volunteer(0).does(d -> d.service.complete(new CompleteService(OrderRef.latest(order), "修好了", null)));
    }

    private void step(long person, long order, String result) {
        here.as(person, Neighbourhood.held(Role.RESIDENT, COMMUNITY, "1/a/"))
                .does(d -> d.stepDesk.take(OrderRef.latest(order), "check", Data.of("result", result)));
    }

    private OrderView view(long order) {
        return here.resident()
                .run(d -> d.reads.of(SampleBrand.scope(null)).find(Long.toString(order)))
                .orElseThrow();
    }
}
