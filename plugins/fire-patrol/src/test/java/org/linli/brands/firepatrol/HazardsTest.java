package org.linli.brands.firepatrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.plugin.DispatchRule;
import org.linli.plugin.OrderView;
import org.linli.plugin.page.Widget;
import org.linli.plugin.testkit.Refusal;

class HazardsTest {
    private final Patrol patrol = Patrol.load();

    private OrderView found() {
        patrol.findBlockedPassage(patrol.round());
        return patrol.hazards().get(0);
    }

    private OrderView removed() {
        OrderView hazard = found();
        patrol.community.accept(hazard.id(), patrol.volunteer());
        patrol.community.complete(hazard.id(), 25);
        return patrol.community.order(hazard.id());
    }

    @Test
    void a_failed_item_becomes_a_hazard_due_in_72_hours_with_its_photos_and_finder() {
        OrderView hazard = found();
        assertThat(patrol.hazards()).hasSize(1);
        assertThat(hazard.fields().text("place")).isEqualTo("1号楼门口");
        assertThat(hazard.fields().text("item")).isEqualTo("消防通道占用");
        assertThat(hazard.fields().texts("photos")).containsExactly("101", "102");
        assertThat(hazard.description()).contains("两辆三轮车");
        assertThat(hazard.participants().get("finder")).containsExactly(patrol.wang.id());
        assertThat(hazard.dueAt()).isEqualTo(patrol.community.now().plus(Duration.ofHours(72)));
    }

    @Test
    void a_forged_checklist_brings_neither_endless_notes_nor_photos_that_are_none() {
        var round = patrol.round();
        patrol.wang.post(
                "round/" + round.id() + "/c2",
                "check.ebike",
                "bad",
                "check.ebike.note",
                "长".repeat(9000),
                "check.ebike.photos",
                java.util.Collections.nCopies(500, "<script>"));
        assertThat(patrol.hazards().get(0).fields().texts("photos")).isEmpty();
        assertThat(patrol.hazards().get(0).description()).hasSizeLessThan(500);
    }

    @Test
    void the_community_sets_how_long_it_may_take() {
        patrol.community.set("hazardHours", 24);
        assertThat(found().dueAt()).isEqualTo(patrol.community.now().plus(Duration.ofHours(24)));
    }

    @Test
    void the_same_danger_found_again_is_one_hazard_until_it_is_gone() {
        OrderView hazard = removed();
        var round = patrol.community.activities("round").get(0);
        patrol.findBlockedPassage(round);
        assertThat(patrol.hazards()).hasSize(1);
        patrol.li.step(hazard.id(), "passed", "yes");
        patrol.findBlockedPassage(round);
        assertThat(patrol.hazards()).hasSize(2);
    }

    @Test
    void what_is_known_at_a_place_is_shown_before_its_checklist() {
        OrderView hazard = found();
        var page = patrol.wang.page(
                "round/" + patrol.community.activities("round").get(0).id() + "/c1");
        assertThat(page.widgets())
                .anyMatch(w -> w instanceof Widget.Cards cards
                        && cards.cards().stream().anyMatch(c -> c.link().equals("hazards/" + hazard.id())));
    }

    @Test
    void a_removed_hazard_waits_for_somebody_else_to_look_and_then_closes() {
        OrderView hazard = removed();
        assertThat(hazard.step()).isEqualTo("recheck");
        assertThat(patrol.coordinator.notices()).anyMatch(n -> n.startsWith("隐患已整改，请安排复查"));
        patrol.li.step(hazard.id(), "passed", "yes", "photos", List.of("109"));
        assertThat(patrol.community.order(hazard.id()).status()).isEqualTo("CLOSED");
        assertThat(patrol.wang.notices()).containsExactly("您发现的隐患已消除：1号楼门口，消防通道占用。谢谢您！");
        assertThat(patrol.community.receipts(patrol.volunteer())).containsExactly("消除隐患（1号楼门口，消防通道占用），得 5 积分");
    }

    @Test
    void a_hazard_that_is_still_there_goes_back_into_service_with_the_reason() {
        OrderView hazard = removed();
        assertThatThrownBy(() -> patrol.li.step(hazard.id(), "passed", "no"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.problems().get(0).field()).isEqualTo("note"));
        patrol.li.step(hazard.id(), "passed", "no", "note", "只挪开了一辆");
        assertThat(patrol.community.order(hazard.id()).status()).isEqualTo("IN_SERVICE");
        patrol.community.complete(hazard.id(), 10);
        patrol.coordinator.step(hazard.id(), "passed", "yes");
        assertThat(patrol.community.order(hazard.id()).open()).isFalse();
        assertThat(patrol.community.records("recheck")).hasSize(2);
        assertThat(events(patrol.coordinator.page("hazards/" + hazard.id()).widgets()))
                .containsExactly("发现", "李玉珍复查：没有消除。只挪开了一辆", "张桂兰复查：已消除。");
    }

    private static List<String> events(List<Widget> widgets) {
        return widgets.stream()
                .filter(Widget.Timeline.class::isInstance)
                .flatMap(w -> ((Widget.Timeline) w).events().stream())
                .map(Widget.Timeline.Event::title)
                .toList();
    }

    @Test
    void who_removed_it_does_not_recheck_it_and_residents_do_not_at_all() {
        OrderView hazard = found();
        patrol.community.accept(hazard.id(), patrol.li.id());
        patrol.community.complete(hazard.id(), 25);
        assertThatThrownBy(() -> patrol.li.step(hazard.id(), "passed", "yes")).hasMessageContaining("403");
        assertThatThrownBy(() -> patrol.resident.step(hazard.id(), "passed", "yes"))
                .hasMessageContaining("403");
    }

    @Test
    void the_coordinator_hears_of_an_overdue_hazard_once_and_the_list_marks_it() {
        found();
        patrol.community.pass(Duration.ofHours(74));
        assertThat(patrol.coordinator.notices())
                .filteredOn(n -> n.startsWith("隐患超期"))
                .hasSize(1);
        assertThat(rows()).singleElement().satisfies(row -> assertThat(row.cells())
                .contains("已超期"));
    }

    @Test
    void a_recheck_that_nobody_does_is_asked_for_after_three_days() {
        removed();
        patrol.community.pass(Duration.ofDays(4));
        assertThat(patrol.coordinator.notices()).contains("还没有人复查：1号楼门口，消防通道占用。");
    }

    private List<Widget.Table.Row> rows() {
        return patrol.coordinator.page("hazards").widgets().stream()
                .filter(Widget.Table.class::isInstance)
                .flatMap(w -> ((Widget.Table) w).rows().stream())
                .toList();
    }

    @Test
    void the_map_counts_open_hazards_by_grid_and_a_grid_shows_its_own() {
        found();
        report("灭火器没了");
        var map = patrol.coordinator.page("hazards").widgets().stream()
                .filter(Widget.UnitMap.class::isInstance)
                .map(Widget.UnitMap.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(map.values())
                .containsOnly(java.util.Map.entry(patrol.grid(1), 1L), java.util.Map.entry(patrol.grid(2), 1L));
        assertThat(patrol.coordinator.page(map.link() + patrol.grid(2)).subtitle())
                .contains("第2网格");
    }

    private void report(String note) {
        patrol.resident.post(
                "report", "unit", patrol.grid(2) + "b2", "place", "2号楼 三层", "item", "extinguisher", "note", note);
    }

    @Test
    void a_resident_reports_a_hazard_follows_it_and_the_coordinator_hears_of_it() {
        report("灭火器没了");
        assertThat(patrol.hazards()).hasSize(1);
        assertThat(patrol.coordinator.notices()).containsExactly("收到隐患报告：2号楼 三层，灭火器缺失或过期。");
        assertThat(patrol.resident.page("report").widgets())
                .anyMatch(w -> w instanceof Widget.Cards cards && cards.cards().size() == 1);
        assertThat(patrol.wang.page("report").widgets())
                .anyMatch(w -> w instanceof Widget.Cards cards && cards.cards().isEmpty());
    }

    @Test
    void the_same_report_twice_is_one_hazard_and_one_notice() {
        report("灭火器没了");
        patrol.wang.post("report", "unit", patrol.grid(2) + "b2", "place", "2号楼三层", "item", "extinguisher");
        assertThat(patrol.hazards()).hasSize(1);
        assertThat(patrol.coordinator.notices()).hasSize(1);
    }

    @Test
    void a_report_needs_a_part_of_this_community_a_place_and_a_known_item() {
        assertThatThrownBy(() -> patrol.resident.post("report", "unit", "x", "place", "", "item", "y"))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.problems())
                        .extracting(p -> p.field())
                        .containsExactly("unit", "place", "item"));
    }

    @Test
    void the_coordinator_dismisses_what_is_none_and_members_do_not() {
        OrderView hazard = found();
        assertThatThrownBy(() -> patrol.wang.post("hazards/" + hazard.id(), "reason", "看错了"))
                .hasMessageContaining("404");
        patrol.coordinator.post("hazards/" + hazard.id(), "reason", "看错了");
        assertThat(patrol.community.order(hazard.id()).status()).isEqualTo("CANCELLED");
    }

    @Test
    void neighbours_in_the_grid_and_people_who_know_wires_are_asked_first() {
        patrol.round();
        patrol.wang.post(
                "round/" + patrol.community.activities("round").get(0).id() + "/c1",
                "check.passage",
                "ok",
                "check.ebike",
                "ok",
                "check.wiring",
                "bad");
        var scores = patrol.community.rank(
                patrol.hazards().get(0).id(),
                candidate("near", patrol.grid(1) + "b2", Set.of()),
                candidate("electrician", patrol.grid(2), Set.of("plumbing")),
                candidate("stranger", "elsewhere", Set.of("haircut")));
        assertThat(scores)
                .extracting(DispatchRule.Score::volunteerId, DispatchRule.Score::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("near", "就住在旺家社区第1网格"),
                        org.assertj.core.groups.Tuple.tuple("electrician", "会水电维修"));
    }

    private static DispatchRule.Candidate candidate(String id, String home, Set<String> skills) {
        return new DispatchRule.Candidate(id, id, home, Set.of(), skills, 0, 0, 50);
    }
}
