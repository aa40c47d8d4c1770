package org.linli.brands.firepatrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.plugin.ActivityView;
import org.linli.plugin.testkit.Refusal;

class PublicityTest {
    private final Patrol patrol = Patrol.load();

    private Object[] session(String plan, String start, Object... more) {
        List<Object> form = new java.util.ArrayList<>(
                List.of("plan", plan, "title", "燃气安全进院落", "unit", patrol.grid(1), "place", "小广场", "start", start));
        form.addAll(List.of("minutes", "90", "people", List.of(patrol.wang.id())));
        form.addAll(List.of(more));
        return form.toArray();
    }

    @Test
    void a_session_that_took_place_is_logged_in_one_form_with_heads_journal_and_points() {
        Object[] form = session("p1", "2026-11-22T10:00", "heads", "31", "journal", "讲了关阀");
        patrol.wang.post("publicity/log", form);
        patrol.wang.post("publicity/log", form);
        ActivityView held = patrol.community.activities("publicity").get(0);
        assertThat(patrol.community.activities("publicity")).hasSize(1);
        assertThat(held.status()).isEqualTo("FINISHED");
        assertThat(held.heads()).isEqualTo(31);
        assertThat(held.data().text("journal")).isEqualTo("讲了关阀");
        assertThat(patrol.wang.points()).isEqualTo(1500);
    }

    @Test
    void a_session_is_planned_and_finished_when_it_is_over() {
        patrol.wang.post("publicity/new", session("p2", "2026-11-24T10:00"));
        ActivityView planned = patrol.community.activities("publicity").get(0);
        Object[] result = {"minutes", "60", "people", List.of(patrol.wang.id()), "heads", "12"};
        assertThatThrownBy(() -> patrol.wang.post("publicity/" + planned.id(), result))
                .isInstanceOf(Refusal.class);
        patrol.community.pass(Duration.ofHours(26));
        assertThat(patrol.wang.notices()).hasSize(1);
        patrol.wang.post("publicity/" + planned.id(), result);
        assertThat(patrol.community.activities("publicity").get(0).heads()).isEqualTo(12);
        assertThat(patrol.wang.page("publicity/" + planned.id()).title()).isEqualTo("燃气安全进院落");
    }

    @Test
    void the_future_is_not_logged_nor_what_is_longer_ago_than_a_month() {
        for (String start : List.of("2026-11-24T10:00", "2026-10-01T10:00")) {
            assertThatThrownBy(() -> patrol.wang.post("publicity/log", session("p3", start, "heads", "3")))
                    .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.problems())
                            .extracting(p -> p.field())
                            .containsExactly("start"));
        }
    }
}
