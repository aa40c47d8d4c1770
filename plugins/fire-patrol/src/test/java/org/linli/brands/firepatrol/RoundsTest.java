package org.linli.brands.firepatrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.plugin.ActivityView;
import org.linli.plugin.page.Widget;
import org.linli.plugin.testkit.Refusal;

class RoundsTest {
    private final Patrol patrol = Patrol.load();

    @Test
    void weekly_rounds_fall_on_the_chosen_weekdays_in_local_time() {
        patrol.route();
        patrol.coordinator.post(
                "rounds/new",
                "plan",
                "p1",
                "route",
                "r1",
                "start",
                "2026-11-23T19:00",
                "minutes",
                "45",
                "every",
                "week",
                "weekdays",
                List.of("1", "4"),
                "until",
                "2026-12-06",
                "people",
                List.of(patrol.wang.id(), patrol.li.id()));
        assertThat(patrol.community.activities("round"))
                .extracting(ActivityView::startsAt)
                .containsExactly(
                        Instant.parse("2026-11-23T11:00:00Z"),
                        Instant.parse("2026-11-26T11:00:00Z"),
                        Instant.parse("2026-11-30T11:00:00Z"),
                        Instant.parse("2026-12-03T11:00:00Z"));
    }

    @Test
    void a_plan_that_is_sent_twice_is_one_plan() {
        patrol.round();
        patrol.plan("once", "2026-11-23T08:30", patrol.wang);
        assertThat(patrol.community.activities("round")).hasSize(1);
    }

    @Test
    void the_coordinator_puts_somebody_else_on_one_round() {
        ActivityView round = patrol.round();
        patrol.coordinator.post("rounds/" + round.id(), "action", "assign", "people", List.of(patrol.li.id()));
        assertThat(patrol.community.activities("round").get(0).people())
                .extracting(p -> p.name())
                .containsExactly("李玉珍");
        assertThatThrownBy(() -> patrol.wang.page("round/" + round.id())).isInstanceOf(Refusal.class);
        assertThat(patrol.li.page("round/" + round.id()).title()).isEqualTo("一号线");
    }

    @Test
    void a_series_ends_and_what_is_over_stays() {
        patrol.route();
        patrol.plan("week", "2026-11-23T08:30", patrol.wang);
        ActivityView first = patrol.community.activities("round").get(0);
        patrol.findBlockedPassage(first);
        patrol.community.pass(Duration.ofHours(3));
        patrol.wang.post("round/" + first.id(), "minutes", "30", "people", List.of(patrol.wang.id()), "note", "车棚锁了");
        patrol.coordinator.post("rounds/" + first.id(), "action", "end", "seriesReason", "路线要改");
        // a finished round offers no forms: it is ended from one that is ahead
        assertThat(patrol.community.activities("round"))
                .extracting(ActivityView::status)
                .containsOnly("FINISHED");
    }

    @Test
    void members_see_the_calendar_and_change_nothing_in_it() {
        ActivityView round = patrol.round();
        assertThat(patrol.wang.page("rounds").widgets()).noneMatch(Widget.Links.class::isInstance);
        assertThatThrownBy(() -> patrol.wang.post("rounds/" + round.id(), "action", "cancel", "reason", "下雨"))
                .hasMessageContaining("404");
        assertThatThrownBy(() -> patrol.wang.page("rounds/new")).hasMessageContaining("404");
    }

    @Test
    void a_member_walks_place_by_place_breaks_off_and_goes_on() {
        ActivityView round = patrol.round();
        assertThat(badges("today")).containsExactly("已查 0/2 处");
        patrol.findBlockedPassage(round);
        assertThat(badges("round/" + round.id())).containsExactly("1 处隐患", "未查");
        var done = patrol.wang.post("round/" + round.id() + "/c2", "check.ebike", "ok");
        assertThat(done.next()).isEqualTo("round/" + round.id());
        assertThat(badges("round/" + round.id())).containsExactly("1 处隐患", "正常");
        assertThat(badges("today")).containsExactly("已查 2/2 处");
    }

    private List<String> badges(String page) {
        return patrol.wang.page(page).widgets().stream()
                .filter(Widget.Cards.class::isInstance)
                .flatMap(w -> ((Widget.Cards) w).cards().stream())
                .map(Widget.Cards.Card::badge)
                .toList();
    }

    @Test
    void after_a_place_the_next_open_one_follows() {
        ActivityView round = patrol.round();
        var done = patrol.wang.post("round/" + round.id() + "/c2", "check.ebike", "ok");
        assertThat(done.next()).isEqualTo("round/" + round.id() + "/c1");
    }

    @Test
    void a_place_that_is_saved_again_keeps_the_note_and_the_photos_of_what_is_still_bad() {
        ActivityView round = patrol.round();
        patrol.findBlockedPassage(round);
        patrol.wang.post(
                "round/" + round.id() + "/c1",
                "check.passage",
                "bad",
                "check.passage.photos",
                "103",
                "check.ebike",
                "ok",
                "check.wiring",
                "ok");
        var check = patrol.community.records("check").get(round.id() + ".c1");
        assertThat(check.object("notes").text("passage")).isEqualTo("两辆三轮车");
        assertThat(check.object("photos").texts("passage")).containsExactly("101", "102", "103");
    }

    @Test
    void every_line_of_the_checklist_wants_an_answer() {
        ActivityView round = patrol.round();
        assertThatThrownBy(() -> patrol.wang.post("round/" + round.id() + "/c1", "check.passage", "ok"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.problems().get(0).text()).contains("电动自行车进楼充电", "私拉电线"));
        assertThat(patrol.community.records("check")).isEmpty();
    }

    @Test
    void tomorrows_round_cannot_be_walked_today() {
        patrol.route();
        patrol.plan("once", "2026-11-24T10:00", patrol.wang);
        ActivityView round = patrol.community.activities("round").get(0);
        assertThatThrownBy(() -> patrol.wang.post("round/" + round.id() + "/c2", "check.ebike", "ok"))
                .hasMessageContaining("还没到巡查的日子");
    }

    @Test
    void who_is_not_on_a_round_does_not_walk_it_and_residents_do_not_see_it() {
        ActivityView round = patrol.round();
        assertThatThrownBy(() -> patrol.li.page("round/" + round.id())).hasMessageContaining("404");
        assertThatThrownBy(() -> patrol.resident.page("today")).hasMessageContaining("403");
    }

    @Test
    void an_incomplete_round_is_finished_with_a_reason_only() {
        ActivityView round = patrol.round();
        patrol.findBlockedPassage(round);
        assertThatThrownBy(() ->
                        patrol.wang.post("round/" + round.id(), "minutes", "30", "people", List.of(patrol.wang.id())))
                .hasMessageContaining("note");
        patrol.wang.post("round/" + round.id(), "minutes", "30", "people", List.of(patrol.wang.id()), "note", "车棚锁了");
        ActivityView finished = patrol.community.activities("round").get(0);
        assertThat(finished.status()).isEqualTo("FINISHED");
        assertThat(finished.data().number("checked")).isEqualTo(1);
        assertThat(finished.data().number("failed")).isEqualTo(1);
    }

    @Test
    void who_begins_early_checks_already_and_finishes_when_the_time_has_come() {
        patrol.route();
        patrol.plan("once", "2026-11-23T10:00", patrol.wang);
        ActivityView round = patrol.community.activities("round").get(0);
        patrol.findBlockedPassage(round);
        Object[] form = {"minutes", "30", "people", List.of(patrol.wang.id()), "note", "车棚锁了"};
        assertThatThrownBy(() -> patrol.wang.post("round/" + round.id(), form))
                .hasMessageContaining("到了 11月23日 周一 10:00");
        patrol.community.pass(Duration.ofHours(1));
        patrol.wang.post("round/" + round.id(), form);
        assertThat(patrol.wang.points()).isEqualTo(500);
    }

    @Test
    void a_finished_round_earns_points_by_the_minute_with_a_receipt_and_only_once() {
        ActivityView round = patrol.round();
        patrol.findBlockedPassage(round);
        Object[] form = {"minutes", "45", "people", List.of(patrol.wang.id(), patrol.li.id()), "note", "车棚锁了"};
        patrol.wang.post("round/" + round.id(), form);
        patrol.wang.post("round/" + round.id(), form);
        assertThat(patrol.wang.points()).isEqualTo(750);
        assertThat(patrol.li.points()).isEqualTo(750);
        assertThat(patrol.community.receipts(patrol.wang.id())).containsExactly("巡查 45 分钟，每小时 10 积分，得 7.5 积分");
    }

    @Test
    void at_most_three_hours_of_a_round_earn_points_and_a_rate_of_zero_earns_none() {
        ActivityView round = patrol.round();
        patrol.findBlockedPassage(round);
        patrol.wang.post("round/" + round.id(), "minutes", "480", "people", List.of(patrol.wang.id()), "note", "忘了");
        assertThat(patrol.wang.points()).isEqualTo(3000);

        Patrol other = Patrol.load();
        other.community.set("pointsPerHour", 0);
        ActivityView unpaid = other.round();
        other.findBlockedPassage(unpaid);
        other.wang.post("round/" + unpaid.id(), "minutes", "60", "people", List.of(other.wang.id()), "note", "x");
        assertThat(other.wang.points()).isZero();
    }

    @Test
    void members_are_reminded_the_evening_before_at_the_hour_that_the_community_set() {
        patrol.community.set("reminderHour", 18);
        patrol.route();
        patrol.plan("once", "2026-11-24T10:00", patrol.wang);
        patrol.community.pass(Duration.ofHours(8));
        assertThat(patrol.wang.notices()).isEmpty();
        patrol.community.pass(Duration.ofHours(20));
        assertThat(patrol.wang.notices()).containsExactly("提醒：明天有“一号线”，11月24日 周二 10:00。");
        assertThat(patrol.li.notices()).isEmpty();
    }
}
