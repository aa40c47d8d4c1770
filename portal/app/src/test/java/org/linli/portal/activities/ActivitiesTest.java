package org.linli.portal.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.portal.activities.ActivityFixture.HERE;
import static org.linli.portal.activities.ActivityFixture.THERE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.portal.activities.domain.Attendance;
import org.linli.portal.activities.domain.Recurrence;
import org.linli.portal.people.Role;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.DomainException;

/** Single dates and series, on the real engine. */
class ActivitiesTest {
    private static final ActivityFixture F = new ActivityFixture();

    @AfterEach
    void invariants_hold() {
        assertThat(F.breaches()).isEmpty();
    }

    @Test
    void the_same_id_again_plans_the_same_date() {
        F.asStaff(HERE);
        long id = Ids.next();
        Activity first = F.run(() -> F.desk.plan(id, null, F.input(F.tomorrow(0), 5), List.of()));
        Activity again = F.run(() -> F.desk.plan(id, null, F.input(F.tomorrow(1), 9), List.of()));

        assertThat(again).isEqualTo(first);
    }

    @Test
    void what_is_wrong_with_a_plan_is_said_at_once() {
        F.asStaff(HERE);
        PlanInput nothing = new PlanInput(" ", "", null, null, null, null, null, -1);

        assertThatThrownBy(() -> F.run(() -> F.desk.plan(Ids.next(), null, nothing, List.of())))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.violations())
                        .extracting("field")
                        .contains("title", "kind", "startsAt", "minutes", "capacity"));
    }

    @Test
    void units_people_and_the_past_are_refused() {
        F.asStaff(HERE);
        long stranger = F.person(THERE);
        PlanInput elsewhere = new PlanInput("sports", "太极", THERE.id(), "", null, F.tomorrow(0), 60, null);

        refuses("platform.invalid", () -> F.desk.plan(Ids.next(), null, elsewhere, List.of()));
        refuses(
                "platform.invalid",
                () -> F.desk.plan(Ids.next(), null, F.input(F.tomorrow(0), null), List.of(stranger)));
        refuses(
                "platform.invalid",
                () -> F.desk.plan(Ids.next(), null, F.input(F.clock.instant().minusSeconds(60), null), List.of()));
    }

    @Test
    void only_staff_of_the_community_plan_and_nobody_elsewhere_sees_it() {
        Activity date = F.date(5);
        F.as(F.person(HERE), HERE, Role.RESIDENT);
        refuses("people.role-needed", () -> F.desk.plan(Ids.next(), null, F.input(F.tomorrow(0), 5), List.of()));
        refuses("people.role-needed", () -> F.desk.cancel(date.id(), "雨"));

        F.asStaff(THERE);
        refuses("platform.not-found", () -> F.desk.cancel(date.id(), "雨"));
        refuses("platform.not-found", () -> F.queries.one(date.id()));
        refuses("platform.not-found", () -> F.signUps.signUp(date.id()));
        refuses("platform.not-found", () -> F.desk.plan(Ids.next(), HERE.id(), F.input(F.tomorrow(0), 5), List.of()));
    }

    @Test
    void what_nobody_may_sign_up_for_is_seen_by_those_on_it_and_by_staff() {
        long member = F.person(HERE);
        F.asStaff(HERE);
        Activity date = F.run(() -> F.desk.plan(Ids.next(), null, F.input(F.tomorrow(0), 0), List.of(member)));

        F.as(member, HERE, Role.RESIDENT);
        assertThat(F.run(() -> F.queries.one(date.id()))).isEqualTo(F.find(date.id()));
        F.as(F.person(HERE), HERE, Role.RESIDENT);
        refuses("platform.not-found", () -> F.queries.one(date.id()));
        assertThat(agenda()).doesNotContain(date.id());
        F.asStaff(HERE);
        assertThat(agenda()).contains(date.id());
    }

    @Test
    void who_waits_moves_up_and_is_told() {
        Activity date = F.date(1);
        long first = F.person(HERE);
        long second = F.person(HERE);

        assertThat(F.signUp(first, date.id())).isEqualTo(PersonState.SIGNED_UP);
        assertThat(F.signUp(second, date.id())).isEqualTo(PersonState.WAITING);
        F.withdraw(first, date.id());

        assertThat(F.states(date.id()))
                .containsEntry(first, PersonState.WITHDRAWN)
                .containsEntry(second, PersonState.SIGNED_UP);
        assertThat(F.find(date.id()).counts()).isEqualTo(new Activity.Counts(1, 0, 0));
        assertThat(F.told("activity-moved-up")).anyMatch(told -> told.contains(Long.toString(second)));
    }

    @Test
    void it_is_finished_once_and_not_before_it_begins() {
        long came = F.person(HERE);
        long missed = F.person(HERE);
        Activity date = F.date(5);
        F.signUp(came, date.id());
        F.signUp(missed, date.id());
        F.asStaff(HERE);
        Attendance attendance = new Attendance(Map.of(came, 45), 12, "来了十二人");

        refuses("activities.not-begun", () -> F.desk.finish(date.id(), attendance));
        F.clock.pass(Duration.ofDays(2));
        refuses("platform.invalid", () -> F.desk.finish(date.id(), new Attendance(Map.of(came, 45), 0, "")));
        Activity over = F.run(() -> F.desk.finish(date.id(), attendance));

        assertThat(over.counts()).isEqualTo(new Activity.Counts(2, 0, 12));
        assertThat(F.states(date.id()))
                .containsEntry(came, PersonState.ATTENDED)
                .containsEntry(missed, PersonState.ABSENT);
        refuses("activities.finished-before", () -> F.desk.finish(date.id(), attendance));
        refuses("activities.finished-before", () -> F.desk.cancel(date.id(), "雨"));
        F.as(F.person(HERE), HERE, Role.RESIDENT);
        refuses("activities.finished-before", () -> F.signUps.signUp(date.id()));
    }

    @Test
    void those_who_would_have_come_are_told_that_it_is_cancelled() {
        Activity date = F.date(1);
        long first = F.person(HERE);
        long second = F.person(HERE);
        F.signUp(first, date.id());
        F.signUp(second, date.id());
        F.asStaff(HERE);
        F.run(() -> F.desk.cancel(date.id(), "下雨"));

        assertThat(F.told("activity-cancelled"))
                .hasSizeGreaterThanOrEqualTo(2)
                .anyMatch(told -> told.contains(Long.toString(second)));
        assertThat(F.find(date.id()).journal()).isEqualTo("下雨");
    }

    @Test
    void a_plan_seen_in_an_older_version_is_not_changed_and_a_new_time_is_told() {
        Activity date = F.date(5);
        long guest = F.person(HERE);
        F.signUp(guest, date.id());
        F.asStaff(HERE);
        Activity changed = F.run(() -> F.desk.change(date.id(), date.version(), F.input(F.tomorrow(1), 6)));

        assertThat(changed.plan().capacity()).isEqualTo(6);
        assertThat(F.told("activity-changed")).anyMatch(told -> told.contains(Long.toString(guest)));
        refuses(
                "platform.changed-meanwhile",
                () -> F.desk.change(date.id(), date.version(), F.input(F.tomorrow(2), 6)));
        refuses(
                "activities.capacity-below",
                () -> F.desk.change(date.id(), changed.version(), F.input(F.tomorrow(1), 0)));
    }

    @Test
    void a_leader_of_its_team_sees_to_a_date() {
        long leader = F.person(HERE);
        long team = Ids.next();
        F.run(() -> {
            F.sql.update(
                    "INSERT INTO team (id, kind, code, name, org_unit_id, created_at)"
                            + " VALUES (?, 'BRANCH', ?, '太极队', 7, '2026-01-01')",
                    team,
                    Long.toString(team, 36));
            return F.sql.update(
                    "INSERT INTO team_member (team_id, person_id, leader, joined_on) VALUES (?, ?, 1, '2026-01-01')",
                    team,
                    leader);
        });
        F.asStaff(HERE);
        PlanInput input = new PlanInput("sports", "太极", null, "", team, F.tomorrow(0), 60, 5);
        Activity date = F.run(() -> F.desk.plan(Ids.next(), null, input, List.of()));

        F.as(leader, HERE, Role.VOLUNTEER);
        assertThat(F.run(() -> F.desk.assign(date.id(), List.of(leader)))).isNotNull();
        assertThat(F.states(date.id())).containsEntry(leader, PersonState.ASSIGNED);
    }

    @Test
    void a_series_has_its_dates_sixty_days_ahead_and_the_job_adds_those_that_come_into_sight() {
        Series weekly = F.series(new Recurrence(1, Recurrence.Unit.WEEK, List.of(), null), List.of());
        assertThat(dates(weekly)).hasSize(9);
        runJob();
        assertThat(dates(weekly)).hasSize(9);

        F.clock.pass(Duration.ofDays(14));
        runJob();
        runJob();

        assertThat(dates(weekly)).hasSize(9);
        assertThat(F.count("SELECT COUNT(*) FROM activity WHERE series_id = ?", weekly.id()))
                .isEqualTo(11);
    }

    @Test
    void a_new_plan_moves_dates_of_the_same_day_with_their_people_and_cancels_others() {
        Series weekly = F.series(new Recurrence(1, Recurrence.Unit.WEEK, List.of(), null), List.of());
        Activity first = dates(weekly).get(0);
        Activity second = dates(weekly).get(1);
        long guest = F.person(HERE);
        F.signUp(guest, first.id());
        F.signUp(guest, second.id());
        F.asStaff(HERE);

        Recurrence fortnightly = new Recurrence(2, Recurrence.Unit.WEEK, List.of(), null);
        F.run(() -> F.seriesDesk.change(
                weekly.id(),
                weekly.version(),
                new SeriesDesk.SeriesInput(
                        F.input(weekly.plan().startsAt().plus(Duration.ofHours(1)), 8), fortnightly, List.of())));

        assertThat(F.find(first.id()).plan().startsAt())
                .isEqualTo(first.plan().startsAt().plus(Duration.ofHours(1)));
        assertThat(F.states(first.id())).containsEntry(guest, PersonState.SIGNED_UP);
        assertThat(F.find(second.id()).status()).isEqualTo(ActivityStatus.CANCELLED);
        assertThat(dates(weekly)).hasSize(5).allMatch(date -> Integer.valueOf(8)
                .equals(date.plan().capacity()));
    }

    @Test
    void a_series_that_ends_cancels_what_has_not_begun() {
        long member = F.person(HERE);
        Series daily = F.series(new Recurrence(1, Recurrence.Unit.DAY, List.of(), null), List.of(member));
        assertThat(F.told("activity-assigned").stream().filter(told -> told.contains(Long.toString(member))))
                .hasSize(1);
        Activity first = dates(daily).get(0);
        F.clock.pass(Duration.ofHours(48));
        F.run(() -> F.seriesDesk.end(daily.id(), "天冷了"));

        assertThat(F.find(first.id()).status()).isEqualTo(ActivityStatus.PLANNED);
        assertThat(dates(daily)).isEmpty();
        F.clock.pass(Duration.ofDays(30));
        runJob();
        assertThat(dates(daily)).isEmpty();
    }

    @Test
    void the_agenda_comes_in_parts_in_order_of_time() {
        F.asStaff(THERE);
        Instant start = F.tomorrow(0);
        for (int i = 0; i < 5; i++) {
            Instant at = start.plus(Duration.ofHours(i / 2));
            F.run(() -> F.desk.plan(Ids.next(), null, F.input(at, null), List.of()));
        }
        Agenda all = new Agenda(null, start, start.plus(Duration.ofDays(1)), null, false);

        var first = F.run(() -> F.queries.agenda(all, Agenda.Cursor.START, 3));
        var rest = F.run(() -> F.queries.agenda(all, Agenda.Cursor.of(first.nextCursor()), 3));

        assertThat(first.items()).hasSize(3);
        assertThat(rest.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(rest.nextCursor()).isNull();
    }

    private static void runJob() {
        F.run(() -> {
            F.job.run();
            return true;
        });
    }

    private static List<Long> agenda() {
        Agenda all = new Agenda(null, F.clock.instant(), F.tomorrow(48), null, false);
        return F.run(() -> F.queries.agenda(all, Agenda.Cursor.START, 100)).items().stream()
                .map(Activity::id)
                .toList();
    }

    private static List<Activity> dates(Series series) {
        return F.run(() -> F.activities.ahead(series.id(), F.clock.instant()));
    }

    private static void refuses(String code, java.util.concurrent.Callable<?> work) {
        Consumer<Throwable> sameCode =
                failure -> assertThat(ActivityFixture.code(failure)).isEqualTo(code);
        assertThatThrownBy(() -> F.run(work)).satisfies(sameCode::accept);
    }
}
