package org.linli.brands.firepatrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.plugin.Data;
import org.linli.plugin.OrderView;
import org.linli.plugin.page.Widget;
import org.linli.plugin.testkit.BrandKit;
import org.linli.plugin.testkit.KitCommunity;
import org.linli.plugin.testkit.KitPerson;

class CommunityTest {
    private final BrandKit kit = BrandKit.load();

    private KitCommunity demo(String name) {
        return withTeam(name, "T3-RS0102-F").demo();
    }

    private KitCommunity withTeam(String name, String code) {
        KitCommunity community = kit.community(name).at("2026-11-23T01:00:00Z");
        String id = community.units().get(0).id();
        for (int grid = 3; grid <= 4; grid++) {
            community.unit(id + "g" + grid, id, "GRID", "第" + grid + "网格");
        }
        String[] team = new String[14];
        for (int i = 0; i < team.length; i++) {
            team[i] = id + "d" + i;
            community.person(team[i], "队员" + i, id + "g1");
        }
        return community.team(code, team);
    }

    @Test
    void the_demonstration_has_four_routes_twelve_members_and_78_patrols_and_sessions() {
        KitCommunity community = demo("旺家社区");
        long finished = community.activities("round").stream()
                        .filter(a -> a.status().equals("FINISHED"))
                        .count()
                + community.activities("publicity").stream()
                        .filter(a -> a.status().equals("FINISHED"))
                        .count();
        assertThat(finished).isEqualTo(78);
        assertThat(community.records("route")).hasSize(4);
        assertThat(community.orders("hazard")).filteredOn(o -> o.open()).hasSize(5);
        assertThat(community.orders("hazard")).filteredOn(o -> !o.open()).hasSize(9);
        KitPerson coordinator = community.person(community.units().get(0).id() + "d0", "队员0", "c1g1", "coordinator");
        assertThat(coordinator.page("summary").widgets()).anyMatch(Widget.Chart.class::isInstance);
        assertThat(coordinator.page("hazards").widgets()).anyMatch(Widget.UnitMap.class::isInstance);
        assertThat(coordinator.rest("overview").number("overdue")).isEqualTo(1);
    }

    @Test
    void where_the_patrol_is_young_the_demonstration_is_smaller_and_follows_the_settings() {
        KitCommunity community = withTeam("贵苑社区", "T3-RS0101")
                .set("hazardHours", 48, "items", List.of("passage", "gas"), "extraItems", "楼顶堆放柴草")
                .demo();
        assertThat(community.activities("round"))
                .filteredOn(a -> a.status().equals("FINISHED"))
                .hasSize(12);
        assertThat(community.records("route")).hasSize(2);
        assertThat(community.orders("hazard")).filteredOn(OrderView::open).hasSize(2);
        assertThat(community.orders("hazard"))
                .allSatisfy(hazard -> assertThat(hazard.fields().text("item")).isIn("消防通道占用", "燃气软管老化", "楼顶堆放柴草"));
        KitPerson coordinator = community.person(community.units().get(0).id() + "d0", "队员0", "c1g1", "coordinator");
        assertThat(coordinator.rest("overview").number("overdue")).isEqualTo(1);
    }

    @Test
    void the_demonstration_loads_twice_without_doubling_and_waits_for_members() {
        KitCommunity community = demo("旺家社区");
        int activities = community.activities("round").size();
        community.demo();
        assertThat(community.activities("round")).hasSize(activities);
        assertThat(kit.community("空社区").demo().records("route")).isEmpty();
    }

    @Test
    void two_communities_with_different_settings_see_nothing_of_each_other() {
        Patrol here = new Patrol(kit, "旺家社区");
        Patrol there = new Patrol(kit, "贵苑社区");
        there.community.set("hazardHours", 24, "items", List.of("gas"), "extraItems", "柴火垛");
        String untouched = there.community.fingerprint();
        here.findBlockedPassage(here.round());
        assertThat(there.community.fingerprint()).isEqualTo(untouched);
        assertThat(there.coordinator.rest("overview").number("open")).isZero();
        assertThatThrownBy(() -> there.coordinator.page(
                        "hazards/" + here.hazards().get(0).id()))
                .hasMessageContaining("404");
        assertThat(items(there)).containsExactly("燃气软管老化", "柴火垛");
        assertThat(items(here)).hasSize(12);
    }

    private static List<String> items(Patrol patrol) {
        return patrol.resident.page("report").widgets().stream()
                .filter(Widget.Form.class::isInstance)
                .flatMap(w -> ((Widget.Form) w).fields().stream())
                .filter(f -> f.name().equals("item"))
                .flatMap(f -> f.choices().stream())
                .map(Widget.Field.Choice::label)
                .toList();
    }

    @Test
    void an_item_of_the_community_itself_is_checked_like_any_other() {
        Patrol patrol = new Patrol(kit, "旺家社区");
        patrol.community.set("items", List.of(), "extraItems", "柴火垛\n\n 煤炉 ");
        patrol.resident.post("report", "unit", patrol.grid(1), "place", "院里", "item", Item.codeOf("柴火垛"));
        assertThat(patrol.hazards().get(0).fields().text("item")).isEqualTo("柴火垛");
    }

    @Test
    void settings_that_leave_nothing_to_look_at_or_overflow_are_refused() {
        Patrol patrol = new Patrol(kit, "旺家社区");
        assertThatThrownBy(() -> patrol.community.set("items", List.of())).hasMessageContaining("items");
        assertThatThrownBy(() -> patrol.community.set("hazardHours", 0)).hasMessageContaining("hazardHours");
        assertThatThrownBy(() -> patrol.community.set("extraItems", "长".repeat(41)))
                .hasMessageContaining("extraItems");
        assertThatThrownBy(() -> patrol.community.set("items", List.of("unknown")))
                .hasMessageContaining("items");
    }

    @Test
    void nothing_is_left_after_a_purge() {
        Patrol patrol = new Patrol(kit, "旺家社区");
        patrol.findBlockedPassage(patrol.round());
        assertThat(patrol.community.purge()).isTrue();
        assertThat(patrol.community.records("route")).isEmpty();
        assertThatThrownBy(() -> patrol.coordinator.rest("overview")).hasMessageContaining("403");
    }

    @Test
    void on_the_first_of_the_month_last_months_sheet_is_made_once() {
        Patrol patrol = new Patrol(kit, "旺家社区");
        var round = patrol.round();
        patrol.findBlockedPassage(round);
        patrol.wang.post("round/" + round.id(), "minutes", "30", "people", List.of(patrol.wang.id()), "note", "车棚锁了");
        patrol.community.at("2026-11-30T21:30:00Z").pass(Duration.ofHours(2));
        assertThat(patrol.community.records("month")).containsOnlyKeys("2026-11");
        assertThat(patrol.community.records("month").get("2026-11"))
                .isEqualTo(Data.of(
                        "month",
                        "2026-11",
                        "rounds",
                        1,
                        "publicity",
                        0,
                        "heads",
                        0,
                        "found",
                        1,
                        "gone",
                        0,
                        "rechecks",
                        0));
        assertThat(patrol.community.documents()).containsOnlyKeys("month/2026-11");
        assertThat(patrol.coordinator.notices()).contains("2026-11 的防火团月报已生成。");
        patrol.coordinator.post("summary", "which", "last");
        assertThat(patrol.community.records("month")).hasSize(1);
    }

    @Test
    void other_systems_read_the_overview_and_the_rounds_and_report_hazards() {
        Patrol patrol = new Patrol(kit, "旺家社区");
        patrol.findBlockedPassage(patrol.round());
        assertThat(patrol.wang.rest("rounds").objects("rounds")).hasSize(1);
        assertThat(patrol.wang.rest("rounds?from=2026-12-01&to=2026-12-02").objects("rounds"))
                .isEmpty();
        patrol.resident.post("rest", "reports", Data.of("unit", patrol.grid(2), "place", "热成像3号", "item", "meterbox"));
        Data overview = patrol.coordinator.rest("overview");
        assertThat(overview.number("open")).isEqualTo(2);
        assertThat(overview.objects("hazards")).extracting(h -> h.text("place")).contains("热成像3号", "1号楼门口");
        assertThatThrownBy(() -> patrol.resident.rest("overview")).hasMessageContaining("403");
        assertThatThrownBy(() -> patrol.wang.rest("rounds?from=soon")).hasMessageContaining("no JSON");
    }

    @Test
    void the_hazards_are_downloaded_without_formulas() {
        Patrol patrol = new Patrol(kit, "旺家社区");
        patrol.resident.post("report", "unit", patrol.grid(1), "place", "=1+1", "item", "gas");
        String csv = new String(patrol.coordinator.file("summary/hazards-csv").content(), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF\"位置\"").contains("\"'=1+1\"");
    }

    @Test
    void every_page_reads_in_english_too() {
        Patrol patrol = new Patrol(kit, "旺家社区");
        var round = patrol.round();
        patrol.findBlockedPassage(round);
        patrol.wang.post(
                "publicity/new",
                "plan",
                "p1",
                "title",
                "t",
                "unit",
                patrol.grid(1),
                "place",
                "x",
                "start",
                "2026-11-24T10:00",
                "minutes",
                "60",
                "people",
                List.of(patrol.wang.id()));
        String session = patrol.community.activities("publicity").get(0).id();
        String hazard = patrol.hazards().get(0).id();
        KitPerson reader = patrol.coordinator.english();
        for (String page : List.of(
                "today",
                "round/" + round.id(),
                "round/" + round.id() + "/c1",
                "rounds",
                "rounds/new",
                "rounds/" + round.id(),
                "routes",
                "routes/new",
                "routes/r1",
                "routes/r1/c1",
                "routes/r1/new",
                "hazards",
                "hazards/" + hazard,
                "report",
                "publicity",
                "publicity/new",
                "publicity/log",
                "publicity/" + session,
                "summary")) {
            assertThat(reader.page(page).title()).as(page).isNotBlank();
        }
        assertThat(reader.card("month").title()).isEqualTo("Fire patrol this month");
    }
}
