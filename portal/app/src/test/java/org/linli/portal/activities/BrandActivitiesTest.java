package org.linli.portal.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.portal.activities.ActivityFixture.HERE;
import static org.linli.portal.activities.ActivityFixture.THERE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.plugin.ActivityView;
import org.linli.plugin.Data;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandPurged;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.BrandSwitched;
import org.linli.portal.brands.Descriptor;

/** What a brand plans, on the real engine; each test has a brand of its own. */
class BrandActivitiesTest {
    private static final ActivityFixture F = new ActivityFixture();
    private static final BrandPlans PLANS =
            new BrandPlans(F.rules, F.planning, F.settling, F.series, F.activities, F.clock);
    private static final BrandCalendar READS = new BrandCalendar(F.activities, F.calendar, F.brandRows, F.clock);
    private static final BrandsComingAndGoing SWITCH =
            new BrandsComingAndGoing(F.brandRows, F.activities, F.notices, F.clock);
    private static int brands;

    private BrandScope scope;

    @BeforeEach
    void a_brand_of_its_own() {
        scope = scope("brand" + ++brands, false);
    }

    @AfterEach
    void invariants_hold() {
        assertThat(F.breaches()).isEmpty();
    }

    @Test
    void the_same_key_again_changes_the_plan_and_leaves_dates_that_are_over() {
        plan(weekly("walk", "巡查", F.tomorrow(0)));
        List<ActivityView> before = ahead();
        F.clock.pass(Duration.ofDays(10));

        plan(weekly("walk", "夜巡", F.tomorrow(2)));

        assertThat(before).hasSize(9);
        assertThat(read(before.get(0).id()).title()).isEqualTo("巡查");
        assertThat(ahead()).hasSizeBetween(7, 9).allMatch(date -> date.title().equals("夜巡"));
        assertThat(F.count("SELECT COUNT(*) FROM activity_series WHERE brand_id = ?", scope.brandId()))
                .isOne();
    }

    @Test
    void the_same_plan_again_changes_nothing() {
        Effect.PlanActivity plan = weekly("walk", "巡查", F.tomorrow(0));
        plan(plan);
        List<ActivityView> before = ahead();
        plan(plan);

        assertThat(ahead()).isEqualTo(before);
    }

    @Test
    void a_date_moved_keeps_its_people_and_a_plan_that_ended_begins_again() {
        long member = F.person(HERE);
        plan(single("case", F.tomorrow(0), List.of(member)));
        String id = ahead().get(0).id();
        plan(single("case", F.tomorrow(48), List.of(member)));

        assertThat(ahead()).singleElement().satisfies(date -> {
            assertThat(date.id()).isEqualTo(id);
            assertThat(date.seriesId()).isNull();
            assertThat(date.startsAt()).isEqualTo(F.tomorrow(48));
            assertThat(date.people()).extracting(ActivityView.Person::state).containsExactly("ASSIGNED");
        });
        apply(() -> PLANS.end(scope, new Effect.EndActivity("case", "不用了")));
        assertThat(read(id).status()).isEqualTo("CANCELLED");
        assertThat(F.told("activity.cancelled")).anyMatch(told -> told.contains(id));
        plan(single("case", F.tomorrow(48), List.of(member)));
        assertThat(ahead()).singleElement().satisfies(date -> {
            assertThat(date.status()).isEqualTo("PLANNED");
            assertThat(date.people()).extracting(ActivityView.Person::state).containsExactly("ASSIGNED");
        });
    }

    @Test
    void what_took_place_is_logged_in_one_answer_and_again_without_effect() {
        long member = F.person(HERE);
        Instant before = F.clock.instant().minus(Duration.ofDays(3));
        Effect.FinishActivity finish = new Effect.FinishActivity(
                "key:log-1", Map.of(Long.toString(member), 90), 40, ActivityFixture.data("topic", "用电"));
        for (int again = 0; again < 2; again++) {
            apply(() -> {
                PLANS.plan(scope, single("log-1", before, List.of(member)));
                PLANS.finish(scope, finish);
            });
        }

        assertThat(READS.of(scope).getClass()).isNotNull();
        assertThat(F.run(() -> READS.of(scope).finished("walk", before.minusSeconds(1))))
                .isEqualTo(new org.linli.plugin.Context.Activities.Tally(1, 40));
        assertThat(facts()).singleElement().asString().contains("activity:walk", Long.toString(member), "用电");
        assertThat(F.told("activity.finished").stream().filter(told -> told.contains(scope.brandId())))
                .hasSize(1);
    }

    @Test
    void the_far_past_is_for_demonstrations_which_tell_nobody() {
        long member = F.person(HERE);
        Instant past = F.clock.instant().minus(Duration.ofDays(60));
        assertThatThrownBy(() -> plan(single("old", past, List.of(member)))).hasMessageContaining("starts-in-past");

        scope = scope(scope.brandId(), true);
        plan(weekly("walk", "巡查", past));
        plan(single("old", past, List.of(member)));
        apply(() -> PLANS.finish(
                scope, new Effect.FinishActivity("key:old", Map.of(Long.toString(member), 60), 5, Data.EMPTY)));

        assertThat(F.count("SELECT COUNT(*) FROM activity WHERE brand_id = ?", scope.brandId()))
                .isBetween(18L, 19L);
        assertThat(facts()).isEmpty();
        assertThat(F.told("\"" + member + "\"")).isEmpty();
    }

    @Test
    void kinds_that_are_not_declared_and_things_of_elsewhere_are_refused() {
        assertThatThrownBy(() -> plan(new Effect.PlanActivity(
                        "k",
                        "other",
                        "题",
                        "7",
                        "",
                        F.tomorrow(0),
                        Duration.ofHours(1),
                        null,
                        null,
                        List.of(),
                        Data.EMPTY)))
                .hasMessageContaining("plan-not-allowed");
        assertThatThrownBy(() -> plan(single("k", F.tomorrow(0), List.of(F.person(THERE)))))
                .hasMessageContaining("person-elsewhere");
        Activity notOfTheBrand = F.date(5);
        String id = Long.toString(notOfTheBrand.id());
        assertThatThrownBy(() -> apply(() -> PLANS.cancel(scope, new Effect.CancelActivity(id, ""))))
                .hasMessageContaining("not-found");
        assertThat(F.run(() -> READS.of(scope).find(id))).isEmpty();
    }

    @Test
    void who_is_assigned_finds_the_date_and_is_told_of_a_change() {
        long first = F.person(HERE);
        long second = F.person(HERE);
        plan(single("walk", F.tomorrow(0), List.of(first)));
        apply(() -> PLANS.assign(scope, new Effect.AssignActivity("key:walk", List.of(Long.toString(second)))));

        assertThat(F.run(() -> READS.of(scope).upcomingOf(Long.toString(first), "walk", 5)))
                .isEmpty();
        assertThat(F.run(() -> READS.of(scope).upcomingOf(Long.toString(second), "walk", 5)))
                .hasSize(1);
        assertThat(F.told("activity-taken-off")).anyMatch(told -> told.contains(Long.toString(first)));
        assertThat(F.told("activity-assigned")).anyMatch(told -> told.contains(Long.toString(second)));
    }

    @Test
    void a_brand_that_is_laid_down_hides_its_dates_and_shows_them_again() {
        long member = F.person(HERE);
        plan(single("near", F.tomorrow(0), List.of(member)));
        plan(single("far", F.tomorrow(96), List.of(member)));
        plan(weekly("walk", "巡查", F.tomorrow(1)));

        apply(() -> SWITCH.switched(new BrandSwitched(scope, false)));
        F.asStaff(HERE);
        assertThat(agenda()).isEmpty();
        assertThat(F.told("activity-paused").stream().filter(told -> told.contains(Long.toString(member))))
                .hasSize(2);

        F.clock.pass(Duration.ofDays(3));
        apply(() -> SWITCH.switched(new BrandSwitched(scope, true)));
        assertThat(agenda()).extracting(date -> date.plan().title()).contains("走访", "巡查");
        assertThat(F.count(
                        "SELECT COUNT(*) FROM activity WHERE brand_id = ? AND status = 'CANCELLED'", scope.brandId()))
                .isEqualTo(2);
        assertThat(F.told("activity-resumed").stream().filter(told -> told.contains(Long.toString(member))))
                .hasSize(1);
    }

    @Test
    void a_purged_brand_leaves_nothing_and_others_keep_theirs() {
        BrandScope other = scope("brand" + ++brands, false);
        plan(single("walk", F.tomorrow(0), List.of(F.person(HERE))));
        apply(() -> PLANS.plan(other, single("walk", F.tomorrow(0), List.of())));
        apply(() -> SWITCH.purged(new BrandPurged(scope.brand())));

        assertThat(ahead()).isEmpty();
        assertThat(F.count("SELECT COUNT(*) FROM activity_series WHERE brand_id = ?", scope.brandId()))
                .isZero();
        assertThat(F.run(() -> READS.of(other).between("walk", Instant.EPOCH, F.tomorrow(900), 10)))
                .hasSize(1);
    }

    private List<Activity> agenda() {
        Agenda all = new Agenda(null, F.clock.instant(), F.tomorrow(24 * 70), null, false);
        return F.run(() -> F.queries.agenda(all, Agenda.Cursor.START, 100)).items().stream()
                .filter(date -> scope.brandId().equals(date.brandId()))
                .toList();
    }

    private void plan(Effect.PlanActivity effect) {
        apply(() -> PLANS.plan(scope, effect));
    }

    private static void apply(Runnable work) {
        F.transactions.run(work);
    }

    private List<ActivityView> ahead() {
        return F.run(() -> READS.of(scope).between("walk", F.clock.instant(), F.tomorrow(24 * 70), 100));
    }

    private ActivityView read(String id) {
        return F.run(() -> READS.of(scope).find(id).orElseThrow());
    }

    private List<String> facts() {
        return F.told("activity:walk").stream()
                .filter(told -> told.contains(scope.brandId()) && told.contains("sourceId"))
                .toList();
    }

    private static Effect.PlanActivity weekly(String key, String title, Instant start) {
        return new Effect.PlanActivity(
                key,
                "walk",
                title,
                "7",
                "小区",
                start,
                Duration.ofHours(1),
                new Effect.Recurrence(1, "WEEK", List.of(), null),
                null,
                List.of(),
                Data.EMPTY);
    }

    private static Effect.PlanActivity single(String key, Instant start, List<Long> assigned) {
        return new Effect.PlanActivity(
                key,
                "walk",
                "走访",
                "7",
                "",
                start,
                Duration.ofHours(1),
                null,
                null,
                assigned.stream().map(String::valueOf).toList(),
                Data.EMPTY);
    }

    private static BrandScope scope(String brand, boolean demo) {
        Descriptor descriptor = new Descriptor(
                brand,
                "1.0.0",
                1,
                "linli",
                "name",
                "summary",
                "flag",
                null,
                List.of("activities:own-kinds"),
                0,
                List.of(),
                List.of(),
                List.of(new Descriptor.ActivityKind("walk", "walk", true, List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "");
        return new BrandScope(new BrandRef(brand, HERE.id()), descriptor, null, demo);
    }
}
