package org.linli.portal.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.plugin.Data;
import org.linli.plugin.OrderView;
import org.linli.portal.brands.BrandSwitched;
import org.linli.portal.orders.Neighbourhood.Desks;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violation;

/** People order a service of a brand and answer what it asks. */
class AskedFieldsTest {
    private Neighbourhood here;
    private long item;

    @BeforeEach
    void open() {
        here = new Neighbourhood();
        here.resident().does(d -> d.catalogue.switched(new BrandSwitched(SampleBrand.scope(null), true)));
        item = here.number("SELECT id FROM service_item WHERE type_code = 'repair'");
    }

    @AfterEach
    void close() throws Exception {
        here.close();
    }

    private PlaceOrder wish(long chosen, Data fields) {
        PlaceOrder usual = here.wish();
        return new PlaceOrder(null, chosen, null, null, "", null, null, usual.wantedFrom(), usual.wantedTo(), fields);
    }

    private long place(Data fields) {
        return here.resident().run(d -> d.placing.place(wish(item, fields)));
    }

    private static void wrong(ThrowingCallable call, String... fields) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.violations())
                .extracting(Violation::field)
                .containsExactly(fields));
    }

    @Test
    void the_order_carries_the_answers_and_the_deadline_of_its_type() {
        long id = place(Data.of("about", "leak", "since", 3L, "hours", 1.5));
        Desks desks = here.resident();
        OrderView view = desks.run(
                d -> d.reads.of(SampleBrand.scope(null)).find(Long.toString(id)).orElseThrow());
        assertThat(view.type()).isEqualTo("repair");
        assertThat(view.fields()).isEqualTo(Data.of("about", "leak", "since", 3L, "hours", 1.5));
        assertThat(view.dueAt()).isEqualTo(here.clock.instant().plus(Duration.ofHours(48)));
        assertThat(here.number("SELECT COUNT(*) FROM outbox_message WHERE topic = 'brand.event'"))
                .isOne();
    }

    @Test
    void what_is_missing_or_does_not_fit_is_said_at_its_field() {
        wrong(() -> place(Data.EMPTY), "about");
        wrong(() -> place(Data.of("about", "smell")), "about");
        wrong(() -> place(Data.of("about", "leak", "since", "long ago")), "since");
        wrong(
                () -> place(Data.of("about", "leak", "colour", "red", "verdict", "mine", "key", "k")),
                "colour",
                "key",
                "verdict");
        wrong(() -> place(Data.of("about", "leak", "photos", List.of("42"))), "photos");
        assertThat(here.number("SELECT COUNT(*) FROM service_order")).isZero();
    }

    @Test
    void a_service_of_the_community_has_no_such_fields() {
        wrong(
                () -> here.resident().run(d -> d.placing.place(wish(Neighbourhood.ITEM, Data.of("about", "leak")))),
                "about");
    }

    @Test
    void the_same_again_brings_the_answers_along() {
        long id = place(Data.of("about", "noise", "hours", 2.5));
        PlaceOrder again = here.resident().run(d -> d.placing.again(id));
        assertThat(again.fields()).isEqualTo(Data.of("about", "noise", "hours", 2.5));
    }
}
