package org.linli.portal.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.people.Role;
import org.linli.portal.platform.persistence.Race;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Window;

class CorrectionTest {
    private static final HoursFixture HERE = new HoursFixture();

    private final HoursFixture here = HERE;
    private long record;

    @BeforeEach
    void begin() {
        here.empty();
        record = here.record(60, Duration.ofDays(3));
    }

    @AfterAll
    static void close() throws SQLException {
        HERE.close();
    }

    private long asked(int minutes) {
        return here.volunteer()
                .run(d -> d.corrections.ask(record, minutes, "忘了签退").id());
    }

    private long approved(int minutes) {
        long id = asked(minutes);
        here.admin().does(d -> d.corrections.decide(id, true, null));
        return id;
    }

    private long minutes() {
        return here.volunteer().run(d -> d.queries.mine().total().minutes());
    }

    @Test
    void a_correction_reverses_and_replaces_and_changes_no_row() {
        long id = approved(90);
        assertThat(minutes()).isEqualTo(60);

        here.second().does(d -> d.corrections.confirm(id, true, "看过出入登记"));

        assertThat(minutes()).isEqualTo(90);
        assertThat(here.number("SELECT SUM(SIGN(minutes)) FROM service_record")).isEqualTo(1);
        assertThat(here.number("SELECT minutes FROM service_record WHERE id = ?", record))
                .isEqualTo(60);
        assertThat(here.number(
                        "SELECT COUNT(*) FROM service_record WHERE reverses_id = ? AND minutes = -60 AND entered_by = ?"
                                + " AND approved_by = ? AND correction_no = 1",
                        record,
                        HoursFixture.ADMIN,
                        HoursFixture.SECOND_ADMIN))
                .isEqualTo(1);
        assertThat(here.number(
                        "SELECT COUNT(*) FROM service_record WHERE replaces_id = ? AND minutes = 90 AND correction_no = 2",
                        record))
                .isEqualTo(1);
        assertThat(here.number("SELECT COUNT(*) FROM journal_pending WHERE kind = 'SERVICE'"))
                .isEqualTo(2);
    }

    @Test
    void points_hear_of_the_reversal_first_and_then_of_the_new_record() {
        long id = approved(30);
        here.second().does(d -> d.corrections.confirm(id, true, ""));

        assertThat(here.events).hasSize(2);
        assertThat(((ServiceReversed) here.events.get(0)).recordId()).isEqualTo(record);
        ServiceRecorded replacing = (ServiceRecorded) here.events.get(1);
        assertThat(replacing.replacesId()).isEqualTo(record);
        assertThat(replacing.minutes()).isEqualTo(30);
        assertThat(replacing.pointsRate()).isEqualTo(1000);
        assertThat(replacing.reviewerId()).isEqualTo(HoursFixture.RESIDENT);
        assertThat(replacing.evidence()).isEqualTo("B");
    }

    @Test
    void more_than_the_resident_confirmed_is_no_better_than_a_proxys_word() {
        long id = approved(75);
        here.second().does(d -> d.corrections.confirm(id, true, ""));

        assertThat(((ServiceRecorded) here.events.get(1)).evidence()).isEqualTo("D");
    }

    @Test
    void a_service_that_did_not_take_place_is_reversed_and_not_replaced() {
        long id = approved(0);
        here.second().does(d -> d.corrections.confirm(id, true, ""));

        assertThat(minutes()).isZero();
        assertThat(here.events).hasSize(1);
        ServiceEntry entry = here.volunteer().run(d -> d.queries.record(record));
        assertThat(entry.change().stands()).isFalse();
        assertThat(entry.change().wish()).isEqualTo(CorrectionStatus.DONE);
    }

    @Test
    void what_replaced_a_record_can_be_corrected_again_and_the_old_one_cannot() {
        long first = approved(90);
        here.second().does(d -> d.corrections.confirm(first, true, ""));
        long standing = ((ServiceRecorded) here.events.get(1)).recordId();

        refused("hours.reversed-before", () -> asked(80));
        long second = here.volunteer()
                .run(d -> d.corrections.ask(standing, 80, "再看一次").id());
        here.admin().does(d -> d.corrections.decide(second, true, null));
        here.second().does(d -> d.corrections.confirm(second, true, ""));

        assertThat(minutes()).isEqualTo(80);
        assertThat(here.number("SELECT MAX(correction_no) FROM service_record")).isEqualTo(4);
    }

    @Test
    void the_second_person_is_neither_the_first_nor_the_volunteer() {
        long id = approved(90);

        refused("hours.second-person", () -> here.admin().run(d -> d.corrections.confirm(id, true, "")));
        refused("hours.not-your-own", () -> here.as(HoursFixture.VOLUNTEER, Role.COMMUNITY_ADMIN)
                .run(d -> d.corrections.confirm(id, true, "")));
        refused("hours.not-your-own", () -> here.as(HoursFixture.VOLUNTEER, Role.COMMUNITY_ADMIN)
                .run(d -> d.corrections.decide(id, true, "")));
        refused("people.role-needed", () -> here.as(HoursFixture.DISPATCHER, Role.DISPATCHER)
                .run(d -> d.corrections.confirm(id, true, "")));
        assertThat(minutes()).isEqualTo(60);
    }

    @Test
    void a_supervisor_from_above_can_be_the_second_person() {
        long id = approved(90);
        here.above(HoursFixture.SUPERVISOR, Role.SUPERVISOR).does(d -> d.corrections.confirm(id, true, ""));

        assertThat(minutes()).isEqualTo(90);
    }

    @Test
    void an_administrator_who_finds_a_mistake_needs_a_second_person_too() {
        long id = here.admin().run(d -> d.corrections.ask(record, 45, "居民来电更正").id());

        refused("hours.second-person", () -> here.admin().run(d -> d.corrections.confirm(id, true, "")));
        here.second().does(d -> d.corrections.confirm(id, true, ""));
        assertThat(minutes()).isEqualTo(45);
    }

    @Test
    void a_refusal_needs_a_reason_and_lets_the_volunteer_ask_again() {
        long id = asked(90);

        refused("platform.invalid", () -> here.admin().run(d -> d.corrections.decide(id, false, " ")));
        here.admin().does(d -> d.corrections.decide(id, false, "没有旁证"));
        refused("hours.correction-over", () -> here.second().run(d -> d.corrections.confirm(id, true, "")));
        assertThat(asked(80)).isNotEqualTo(id);
        assertThat(minutes()).isEqualTo(60);
    }

    @Test
    void one_wish_at_a_time_and_only_by_those_concerned() {
        asked(90);

        refused("hours.correction-open", () -> asked(80));
        refused("platform.not-found", () -> here.stranger().run(d -> d.corrections.ask(record, 80, "x")));
        refused("people.role-needed", () -> here.resident().run(d -> d.corrections.ask(record, 80, "x")));
        refused("platform.invalid", () -> asked(721));
        refused("platform.invalid", () -> asked(60));
    }

    @Test
    void of_many_who_confirm_at_once_one_writes() {
        long id = approved(90);
        List<Throwable> outcome = Race.of(6, i -> here.as(HoursFixture.SECOND_ADMIN + 10 + i, Role.COMMUNITY_ADMIN)
                .does(d -> d.corrections.confirm(id, true, "")));

        assertThat(outcome).filteredOn(failure -> failure == null).hasSize(1);
        assertThat(minutes()).isEqualTo(90);
    }

    @Test
    void everybody_is_told_whose_turn_it_is() {
        here.grant(HoursFixture.ADMIN, Role.COMMUNITY_ADMIN, HoursFixture.COMMUNITY);
        here.grant(HoursFixture.SECOND_ADMIN, Role.COMMUNITY_ADMIN, HoursFixture.COMMUNITY);
        long id = approved(90);
        here.second().does(d -> d.corrections.confirm(id, true, ""));

        assertThat(here.notices("hours-correction-asked", HoursFixture.ADMIN)).isEqualTo(1);
        assertThat(here.notices("hours-correction-approved", HoursFixture.SECOND_ADMIN))
                .isEqualTo(1);
        assertThat(here.notices("hours-correction-approved", HoursFixture.ADMIN))
                .isZero();
        assertThat(here.notices("hours-correction-done", HoursFixture.VOLUNTEER))
                .isEqualTo(1);
        assertThat(here.number("SELECT COUNT(*) FROM audit_entry WHERE action LIKE 'hours.%'"))
                .isEqualTo(3);
    }

    @Test
    void lists_show_what_waits_and_what_is_settled() {
        long id = asked(90);

        List<Correction> open = here.admin().run(d -> d.queries
                .corrections(HoursFixture.COMMUNITY, true, Window.first())
                .items());
        assertThat(open).extracting(Correction::id).containsExactly(id);
        here.volunteer().does(d -> d.corrections.withdraw(id));
        List<Correction> settled = here.admin().run(d -> d.queries
                .corrections(HoursFixture.COMMUNITY, false, Window.first())
                .items());
        assertThat(settled).extracting(Correction::status).containsExactly(CorrectionStatus.WITHDRAWN);
        refused("platform.not-found", () -> here.stranger().run(d -> d.queries.correctionsOf(record)));
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
