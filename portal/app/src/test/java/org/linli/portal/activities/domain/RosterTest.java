package org.linli.portal.activities.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.portal.activities.PersonState;
import org.linli.portal.platform.problem.DomainException;

class RosterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    @Test
    void places_are_given_until_there_are_none_then_people_wait() {
        Roster roster = new Roster(2, List.of());

        assertThat(List.of(1L, 2L, 3L).stream().map(id -> roster.signUp(id, NOW)))
                .containsExactly(PersonState.SIGNED_UP, PersonState.SIGNED_UP, PersonState.WAITING);
    }

    @Test
    void signing_up_again_changes_nothing() {
        Roster roster = new Roster(1, List.of());
        roster.signUp(1, NOW);
        roster.signUp(2, NOW);

        assertThat(roster.signUp(1, NOW)).isEqualTo(PersonState.SIGNED_UP);
        assertThat(roster.signUp(2, NOW)).isEqualTo(PersonState.WAITING);
    }

    @Test
    void who_waits_longest_moves_up_when_somebody_withdraws() {
        Roster roster = full();

        assertThat(roster.withdraw(1, NOW)).containsExactly(3L);
        assertThat(roster.in(PersonState.SIGNED_UP)).containsExactly(2L, 3L);
        assertThat(roster.in(PersonState.WAITING)).containsExactly(4L);
    }

    @Test
    void nobody_moves_up_when_one_who_waits_withdraws() {
        assertThat(full().withdraw(3, NOW)).isEmpty();
    }

    @Test
    void who_withdrew_goes_to_the_end_when_signing_up_again() {
        Roster roster = full();
        roster.withdraw(3, NOW);
        roster.signUp(3, NOW);

        assertThat(roster.in(PersonState.WAITING)).containsExactly(4L, 3L);
    }

    @Test
    void those_assigned_need_no_place_and_free_the_one_they_had() {
        Roster roster = full();

        Roster.Changes changes = roster.assign(Set.of(1L), NOW);

        assertThat(changes.added()).containsExactly(1L);
        assertThat(changes.movedUp()).containsExactly(3L);
    }

    @Test
    void who_is_assigned_cannot_withdraw_alone() {
        Roster roster = full();
        roster.assign(Set.of(1L), NOW);

        assertThatThrownBy(() -> roster.withdraw(1, NOW)).isInstanceOf(DomainException.class);
    }

    @Test
    void who_never_signed_up_cannot_withdraw() {
        assertThatThrownBy(() -> full().withdraw(9, NOW)).isInstanceOf(DomainException.class);
    }

    @Test
    void more_places_move_people_up_and_fewer_than_are_taken_are_refused() {
        Roster roster = full();

        assertThat(roster.resize(3, NOW)).containsExactly(3L);
        assertThat(roster.resize(null, NOW)).containsExactly(4L);
        assertThatThrownBy(() -> roster.resize(3, NOW)).isInstanceOf(DomainException.class);
    }

    @Test
    void those_expected_who_did_not_come_were_absent_and_others_may_have_come() {
        Roster roster = full();
        roster.assign(Set.of(7L), NOW);
        roster.attended(Map.of(1L, 60, 9L, 30), NOW);

        assertThat(roster.in(PersonState.ATTENDED)).containsExactlyInAnyOrder(1L, 9L);
        assertThat(roster.in(PersonState.ABSENT)).containsExactlyInAnyOrder(2L, 7L);
        assertThat(roster.in(PersonState.WAITING)).containsExactly(3L, 4L);
    }

    @Test
    void fewer_heads_than_people_who_attended_cannot_be() {
        assertThatThrownBy(() -> new Attendance(Map.of(1L, 60, 2L, 60), 1, "").check())
                .isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> new Attendance(Map.of(1L, 0), 1, "").check()).isInstanceOf(DomainException.class);
        new Attendance(Map.of(1L, 60, 2L, 60), 2, "").check();
        assertThat(new Attendance(Map.of(1L, 60), null, "").counted()).isOne();
    }

    /** Two places, four who want them. */
    private static Roster full() {
        Roster roster = new Roster(2, List.of());
        for (long id = 1; id <= 4; id++) {
            roster.signUp(id, NOW);
        }
        return roster;
    }
}
