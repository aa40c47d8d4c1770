package org.linli.portal.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.people.Role;
import org.linli.portal.platform.persistence.Race;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Window;

class BackEntryTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private static final HoursFixture HERE = new HoursFixture();

    private final HoursFixture here = HERE;
    private Instant began;

    @BeforeEach
    void begin() {
        here.empty();
        began = here.clock.instant().minus(Duration.ofDays(5));
    }

    @AfterAll
    static void close() throws SQLException {
        HERE.close();
    }

    private BackEntryCommand command(Instant from, int minutes) {
        return new BackEntryCommand(
                HoursFixture.VOLUNTEER,
                HoursFixture.ITEM,
                from,
                from.plus(Duration.ofMinutes(minutes)),
                null,
                "停电那天上门，签到表照片为证");
    }

    private long entered() {
        return here.admin().run(d -> d.backEntries.enter(command(began, 60)).id());
    }

    private long announced() {
        long id = entered();
        here.second().does(d -> d.backEntries.decide(id, true, ""));
        return id;
    }

    private void count() {
        here.resident().does(d -> d.counting.due(10).forEach(d.counting::count));
    }

    /** An administrator without a part in it. */
    private HoursFixture.Desks judge() {
        return here.as(HoursFixture.OTHER_VOLUNTEER, Role.COMMUNITY_ADMIN);
    }

    private BackEntryStatus status(long id) {
        return here.admin().run(d -> d.queries.backEntry(id).status());
    }

    private long minutes() {
        return here.volunteer().run(d -> d.queries.mine().total().minutes());
    }

    @Test
    void it_counts_only_after_a_second_person_and_seven_days_without_objection() {
        long id = announced();
        here.clock.pass(WEEK.minusSeconds(1));
        count();
        assertThat(minutes()).isZero();

        here.clock.pass(Duration.ofSeconds(1));
        count();
        count();

        assertThat(minutes()).isEqualTo(60);
        assertThat(status(id)).isEqualTo(BackEntryStatus.COUNTED);
        assertThat(here.events).hasSize(1);
        ServiceRecorded recorded = (ServiceRecorded) here.events.get(0);
        assertThat(recorded.evidence()).isEqualTo("E");
        assertThat(recorded.orderId()).isNull();
        assertThat(recorded.residentId()).isNull();
        assertThat(recorded.reviewerId()).isEqualTo(HoursFixture.SECOND_ADMIN);
        assertThat(recorded.startedAt()).isEqualTo(began);
        assertThat(recorded.plannedMinutes()).isEqualTo(60);
        assertThat(here.number(
                        "SELECT COUNT(*) FROM journal_pending WHERE source_id = ? AND kind = 'SERVICE'",
                        recorded.recordId()))
                .isEqualTo(1);
        assertThat(here.notices("hours-back-entry-counted", HoursFixture.VOLUNTEER))
                .isEqualTo(1);
    }

    @Test
    void nobody_enters_their_own_and_nobody_approves_what_they_entered() {
        refused("hours.not-your-own", () -> here.as(HoursFixture.VOLUNTEER, Role.COMMUNITY_ADMIN)
                .run(d -> d.backEntries.enter(command(began, 60))));
        long id = entered();
        refused("hours.second-person", () -> here.admin().run(d -> d.backEntries.decide(id, true, "")));
        refused("hours.not-your-own", () -> here.as(HoursFixture.VOLUNTEER, Role.COMMUNITY_ADMIN)
                .run(d -> d.backEntries.decide(id, true, "")));
        refused("people.role-needed", () -> here.as(HoursFixture.DISPATCHER, Role.DISPATCHER)
                .run(d -> d.backEntries.decide(id, true, "")));
        refused("people.role-needed", () -> here.resident().run(d -> d.backEntries.enter(command(began, 60))));
        refused("platform.not-found", () -> here.stranger().run(d -> d.backEntries.enter(command(began, 60))));
        here.above(HoursFixture.SUPERVISOR, Role.AUDITOR).does(d -> d.backEntries.decide(id, true, ""));
        assertThat(status(id)).isEqualTo(BackEntryStatus.ANNOUNCED);
    }

    @Test
    void a_service_is_not_entered_twice_nor_over_another_one() {
        entered();
        refused("hours.overlaps", this::entered);
        refused("hours.overlaps", () -> enter(command(began.plus(Duration.ofMinutes(59)), 30)));
        assertThat(enter(command(began.plus(Duration.ofMinutes(60)), 30))).isPositive();

        here.record(60, Duration.ofDays(2));
        refused(
                "hours.overlaps",
                () -> enter(
                        command(here.clock.instant().minus(Duration.ofDays(2)).minusSeconds(60), 30)));
    }

    @Test
    void of_overlapping_entries_at_once_one_is_kept() {
        List<Throwable> outcome = Race.of(6, i -> enter(command(began.plusSeconds(i * 60L), 60)));

        assertThat(outcome).filteredOn(failure -> failure == null).hasSize(1);
    }

    private long enter(BackEntryCommand command) {
        return here.admin().run(d -> d.backEntries.enter(command).id());
    }

    @Test
    void times_minutes_and_reason_are_checked() {
        Instant longAgo = here.clock.instant().minus(Duration.ofDays(91));
        refused("platform.invalid", () -> enter(command(longAgo, 60)));
        refused("platform.invalid", () -> enter(command(here.clock.instant(), 60)));
        refused("platform.invalid", () -> enter(command(began, 721)));
        refused("platform.invalid", () -> enter(command(began, 121)));
        refused("platform.invalid", () -> enter(new BackEntryCommand(null, null, null, null, null, null)));
        refused(
                "platform.invalid",
                () -> enter(new BackEntryCommand(
                        HoursFixture.VOLUNTEER, HoursFixture.ITEM, began, began.plusSeconds(1800), 31, "x")));
        refused(
                "platform.invalid",
                () -> enter(new BackEntryCommand(
                        HoursFixture.RESIDENT, HoursFixture.ITEM, began, began.plusSeconds(1800), null, "x")));
    }

    @Test
    void anybody_of_the_community_may_object_once_while_it_is_announced() {
        long id = entered();
        refused("platform.not-found", () -> here.resident().run(d -> d.backEntries.object(id, "那天他不在")));
        here.second().does(d -> d.backEntries.decide(id, true, ""));

        List<BackEntry> announced =
                here.resident().run(d -> d.queries.announced(Window.first()).items());
        assertThat(announced).extracting(BackEntry::id).containsExactly(id);
        refused("platform.not-found", () -> here.stranger().run(d -> d.backEntries.object(id, "x")));
        refused("platform.invalid", () -> here.resident().run(d -> d.backEntries.object(id, " ")));
        here.resident().does(d -> d.backEntries.object(id, "那天他不在"));
        refused("hours.objected-before", () -> here.resident().run(d -> d.backEntries.object(id, "还是不对")));
        here.clock.pass(WEEK.plusSeconds(1));
        count();
        assertThat(status(id)).isEqualTo(BackEntryStatus.OBJECTED);
        assertThat(minutes()).isZero();
        refused("hours.announcement-over", () -> here.as(HoursFixture.OTHER_VOLUNTEER, Role.RESIDENT)
                .run(d -> d.backEntries.object(id, "x")));
    }

    @Test
    void an_objection_is_decided_by_somebody_without_a_part_in_it() {
        long id = announced();
        here.as(HoursFixture.DISPATCHER, Role.COMMUNITY_ADMIN).does(d -> d.backEntries.object(id, "那天他不在"));

        refused("hours.second-person", () -> here.admin().run(d -> d.backEntries.judge(id, true, "x")));
        refused("hours.objector", () -> here.as(HoursFixture.DISPATCHER, Role.COMMUNITY_ADMIN)
                .run(d -> d.backEntries.judge(id, false, "x")));
        refused("hours.second-person", () -> here.second().run(d -> d.backEntries.judge(id, true, "x")));
        refused("hours.not-your-own", () -> here.as(HoursFixture.VOLUNTEER, Role.COMMUNITY_ADMIN)
                .run(d -> d.backEntries.judge(id, true, "x")));
        refused("platform.invalid", () -> judge().run(d -> d.backEntries.judge(id, true, "")));
        judge().does(d -> d.backEntries.judge(id, true, "问过居民，确有其事"));
        here.clock.pass(WEEK);
        count();
        assertThat(minutes()).isEqualTo(60);
    }

    @Test
    void an_objection_is_read_by_its_author_and_by_those_who_work_there() {
        long id = announced();
        here.resident().does(d -> d.backEntries.object(id, "那天他不在"));
        HoursFixture.Desks neighbour = here.as(HoursFixture.OTHER_VOLUNTEER, Role.RESIDENT);
        assertThat(said(neighbour, id)).isEmpty();
        neighbour.does(d -> d.backEntries.object(id, "我也没看见"));

        assertThat(said(here.resident(), id)).containsExactly("那天他不在");
        assertThat(said(neighbour, id)).containsExactly("我也没看见");
        assertThat(said(here.volunteer(), id)).isEmpty();
        assertThat(said(here.second(), id)).containsExactly("那天他不在", "我也没看见");
    }

    private static List<String> said(HoursFixture.Desks reader, long id) {
        return reader.run(d -> d.queries.objections(d.queries.backEntry(id)).stream()
                .map(BackEntry.Objection::reason)
                .toList());
    }

    @Test
    void where_one_administrator_is_and_the_district_approved_another_of_the_district_judges_and_is_told() {
        here.grant(HoursFixture.ADMIN, Role.COMMUNITY_ADMIN, HoursFixture.COMMUNITY);
        here.grant(HoursFixture.SUPERVISOR, Role.SUPERVISOR, HoursFixture.DISTRICT);
        here.grant(HoursFixture.OPERATOR, Role.AUDITOR, HoursFixture.DISTRICT);
        long id = entered();
        here.above(HoursFixture.SUPERVISOR, Role.SUPERVISOR).does(d -> d.backEntries.decide(id, true, ""));
        here.resident().does(d -> d.backEntries.object(id, "那天他不在"));

        assertThat(here.notices("hours-back-entry-objected", HoursFixture.OPERATOR))
                .isEqualTo(1);
        assertThat(here.notices("hours-back-entry-objected", HoursFixture.SUPERVISOR))
                .isZero();
        assertThat(here.notices("hours-back-entry-objected", HoursFixture.ADMIN))
                .isZero();
        refused("hours.second-person", () -> here.above(HoursFixture.SUPERVISOR, Role.SUPERVISOR)
                .run(d -> d.backEntries.judge(id, true, "x")));
        here.above(HoursFixture.OPERATOR, Role.AUDITOR).does(d -> d.backEntries.judge(id, true, "签到表为证"));
        assertThat(status(id)).isEqualTo(BackEntryStatus.ANNOUNCED);
    }

    @Test
    void a_successful_objection_ends_it() {
        long id = announced();
        here.resident().does(d -> d.backEntries.object(id, "那天他不在"));
        judge().does(d -> d.backEntries.judge(id, false, "查实不在"));
        here.clock.pass(WEEK);
        count();

        assertThat(status(id)).isEqualTo(BackEntryStatus.REFUSED);
        assertThat(minutes()).isZero();
        assertThat(here.notices("hours-back-entry-refused", HoursFixture.VOLUNTEER))
                .isEqualTo(1);
        assertThat(entered()).isNotEqualTo(id);
    }

    @Test
    void what_overlaps_a_service_recorded_meanwhile_does_not_count() {
        long id = announced();
        here.record(60, Duration.between(began, here.clock.instant()).minusMinutes(30));
        here.clock.pass(WEEK);
        count();

        assertThat(status(id)).isEqualTo(BackEntryStatus.REFUSED);
        assertThat(minutes()).isEqualTo(60);
    }

    @Test
    void of_many_nodes_that_count_at_once_one_does() {
        long id = announced();
        here.clock.pass(WEEK);
        List<Throwable> outcome = Race.of(5, i -> here.resident().does(d -> d.counting.count(id)));

        assertThat(outcome).containsOnlyNulls();
        assertThat(minutes()).isEqualTo(60);
        assertThat(here.events).hasSize(1);
    }

    @Test
    void whoever_entered_it_can_take_it_back_until_it_is_approved() {
        long id = entered();
        refused("hours.enterer-only", () -> here.second().run(d -> d.backEntries.withdraw(id)));
        here.admin().does(d -> d.backEntries.withdraw(id));
        refused("hours.back-entry-over", () -> here.second().run(d -> d.backEntries.decide(id, true, "")));
        long again = announced();
        refused("hours.back-entry-elsewhere", () -> here.admin().run(d -> d.backEntries.withdraw(again)));
    }

    @Test
    void a_counted_back_entry_is_corrected_as_any_record_and_keeps_its_grade() {
        announced();
        here.clock.pass(WEEK);
        count();
        long record = ((ServiceRecorded) here.events.get(0)).recordId();
        long wish =
                here.volunteer().run(d -> d.corrections.ask(record, 70, "少记了").id());
        here.admin().does(d -> d.corrections.decide(wish, true, ""));
        here.second().does(d -> d.corrections.confirm(wish, true, ""));

        assertThat(minutes()).isEqualTo(70);
        assertThat(((ServiceRecorded) here.events.get(2)).evidence()).isEqualTo("E");
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
