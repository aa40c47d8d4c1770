package org.linli.portal.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.portal.activities.ActivityFixture.HERE;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.portal.platform.persistence.Race;

/** Who races for places gets one or waits; nobody is forgotten on the waiting list. */
class SignUpRaceTest {
    private static final int RUNNERS = 64;
    private static final ActivityFixture F = new ActivityFixture();

    @AfterEach
    void invariants_hold() {
        assertThat(F.breaches()).isEmpty();
    }

    @Test
    void of_sixty_four_who_want_ten_places_exactly_ten_have_one() {
        Activity date = F.date(10);
        long[] people = people(RUNNERS);

        List<Throwable> outcome = Race.of(RUNNERS, i -> F.signUp(people[i], date.id()));

        assertThat(Race.winners(outcome)).isEqualTo(RUNNERS);
        assertThat(F.states(date.id()).values())
                .filteredOn(state -> state == PersonState.SIGNED_UP)
                .hasSize(10);
        assertThat(F.find(date.id()).counts()).isEqualTo(new Activity.Counts(10, 54, 0));
    }

    @Test
    void places_are_full_after_some_withdraw_while_others_sign_up() {
        Activity date = F.date(10);
        long[] people = people(RUNNERS);
        IntStream.range(0, 32).forEach(i -> F.signUp(people[i], date.id()));

        List<Throwable> outcome = Race.of(RUNNERS, i -> {
            if (i < 10) {
                F.withdraw(people[i], date.id());
            } else {
                F.signUp(people[i], date.id());
            }
        });

        assertThat(Race.winners(outcome)).isEqualTo(RUNNERS);
        assertThat(F.find(date.id()).counts()).isEqualTo(new Activity.Counts(10, 44, 0));
    }

    @Test
    void one_who_presses_many_times_has_one_place() {
        Activity date = F.date(10);
        long person = people(1)[0];

        Race.of(8, i -> F.signUp(person, date.id()));

        assertThat(F.find(date.id()).counts()).isEqualTo(new Activity.Counts(1, 0, 0));
    }

    private static long[] people(int count) {
        return IntStream.range(0, count).mapToLong(i -> F.person(HERE)).toArray();
    }
}
