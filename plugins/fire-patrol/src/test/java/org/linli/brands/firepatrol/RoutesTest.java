package org.linli.brands.firepatrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.plugin.Data;
import org.linli.plugin.page.Widget;
import org.linli.plugin.testkit.Refusal;

class RoutesTest {
    private final Patrol patrol = Patrol.load();

    private List<String> places() {
        return patrol.community.records("route").get("r1").objects("checkpoints").stream()
                .map(c -> c.text("place"))
                .toList();
    }

    @Test
    void a_coordinator_makes_a_route_place_by_place() {
        patrol.route();
        assertThat(places()).containsExactly("1号楼门口", "车棚");
        assertThat(patrol.coordinator.page("routes/r1").title()).isEqualTo("一号线");
    }

    @Test
    void a_place_moves_to_another_position_and_keeps_its_id() {
        patrol.route();
        patrol.coordinator.post("routes/r1/c2", "place", "车棚", "items", "ebike", "position", "1");
        assertThat(places()).containsExactly("车棚", "1号楼门口");
        assertThat(patrol.community
                        .records("route")
                        .get("r1")
                        .objects("checkpoints")
                        .get(0))
                .isEqualTo(Data.of("id", "c2", "place", "车棚", "items", List.of("ebike")));
    }

    @Test
    void a_form_that_is_sent_twice_makes_one_place_and_one_route() {
        patrol.route();
        patrol.coordinator.post("routes/r1/new", "id", "c2", "place", "车棚", "items", "ebike", "position", "2");
        patrol.coordinator.post("routes/new", "key", "r1", "name", "一号线", "unit", patrol.grid(1));
        assertThat(places()).containsExactly("1号楼门口", "车棚");
        assertThat(patrol.community.records("route")).hasSize(1);
    }

    @Test
    void a_removed_place_is_gone_and_its_id_is_not_given_again() {
        patrol.route();
        patrol.coordinator.post("routes/r1/c2", "action", "remove");
        assertThat(places()).containsExactly("1号楼门口");
        assertThat(patrol.coordinator.page("routes/r1/new").widgets())
                .anyMatch(w ->
                        w instanceof Widget.Form form && form.hidden().get("id").equals("c3"));
        patrol.coordinator.post("routes/r1", "action", "remove");
        assertThat(patrol.community.records("route")).isEmpty();
    }

    @Test
    void a_route_needs_a_name_and_a_grid_and_a_place_needs_something_to_look_at() {
        assertThatThrownBy(() -> patrol.coordinator.post("routes/new", "key", "r1", "name", " ", "unit", "elsewhere"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.problems()).extracting(p -> p.field()).containsExactly("name", "unit"));
        patrol.route();
        assertThatThrownBy(() -> patrol.coordinator.post("routes/r1/new", "id", "c3", "place", "门口", "position", "0"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.problems()).extracting(p -> p.field()).containsExactly("items", "position"));
    }

    @Test
    void members_and_residents_do_not_edit_routes() {
        assertThatThrownBy(() -> patrol.wang.page("routes")).hasMessageContaining("403");
        assertThatThrownBy(() -> patrol.resident.post("routes/new", "key", "r1"))
                .hasMessageContaining("403");
    }
}
