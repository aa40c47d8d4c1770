package org.linli.portal.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.portal.activities.ActivityFixture.HERE;
import static org.linli.portal.activities.ActivityFixture.THERE;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.portal.people.Role;
import org.linli.portal.platform.persistence.Race;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violation;

/** Who is there enters the digits that staff shows: once, at the time of the date, at home, and not by guessing. */
class CheckInTest {
    private static final ActivityFixture F = new ActivityFixture();

    @Test
    void the_digits_are_the_same_however_many_open_it_at_once() {
        Activity date = F.date(null);
        begin(date);

        List<Throwable> outcome = Race.of(
                8,
                i -> F.run(() -> {
                    F.asStaff(HERE);
                    return F.checkInDesk.open(date.id());
                }));

        assertThat(Race.winners(outcome)).isEqualTo(8);
        assertThat(F.count(
                        "SELECT COUNT(*) FROM audit_entry WHERE action = 'activities.open-check-in' AND object_id = ?",
                        date.id()))
                .isEqualTo(1);
    }

    @Test
    void who_is_there_is_counted_once() {
        Activity date = F.date(null);
        String code = open(date);
        long person = F.person(HERE);

        Race.of(4, i -> checkIn(person, date, code));

        assertThat(F.run(() -> F.checkIns.people(date.id()))).containsExactly(person);
    }

    @Test
    void before_it_is_opened_nobody_is_there() {
        Activity date = F.date(null);
        begin(date);

        assertThat(refusal(F.person(HERE), date, "123456")).isEqualTo("activities.check-in-not-open");
    }

    @Test
    void a_day_before_it_cannot_be_opened() {
        Activity date = F.date(null);

        assertThatThrownBy(() -> F.run(() -> F.checkInDesk.open(date.id())))
                .satisfies(e -> assertThat(ActivityFixture.code(e)).isEqualTo("activities.check-in-time"));
    }

    @Test
    void guessing_ends_after_ten_tries_and_the_right_digits_wait_then_too() {
        Activity date = F.date(null);
        String code = open(date);
        String wrong = code.equals("000000") ? "000001" : "000000";
        long person = F.person(HERE);

        for (int i = 0; i < 10; i++) {
            assertThat(refusal(person, date, wrong)).isEqualTo("activities.wrong-check-in-code");
        }

        assertThat(refusal(person, date, code)).isEqualTo("activities.too-many-wrong-codes");
        assertThat(F.run(() -> F.checkIns.people(date.id()))).isEmpty();
    }

    @Test
    void people_of_elsewhere_do_not_even_see_it() {
        Activity date = F.date(null);
        String code = open(date);
        long stranger = F.person(THERE);

        assertThat(Race.of(1, i -> {
                            F.as(stranger, THERE, Role.RESIDENT);
                            F.run(() -> {
                                F.checkInDesk.checkIn(date.id(), code);
                                return true;
                            });
                        })
                        .get(0))
                .satisfies(e -> assertThat(ActivityFixture.code(e)).isEqualTo("platform.not-found"));
    }

    private static void begin(Activity date) {
        F.clock.pass(Duration.between(F.clock.instant(), date.plan().startsAt()));
    }

    private static String open(Activity date) {
        begin(date);
        return F.run(() -> {
            F.asStaff(HERE);
            return F.checkInDesk.open(date.id());
        });
    }

    private static void checkIn(long person, Activity date, String code) {
        F.as(person, HERE, Role.RESIDENT);
        new CheckInGuesses(F.caller, F.guesses, new InTransaction()).checkIn(date.id(), code);
    }

    private static String refusal(long person, Activity date, String code) {
        Throwable failure = Race.of(1, i -> checkIn(person, date, code)).get(0);
        if (failure instanceof DomainException refused && !refused.violations().isEmpty()) {
            return refused.violations().stream()
                    .map(Violation::code)
                    .findFirst()
                    .orElseThrow();
        }
        return ActivityFixture.code(failure);
    }

    /** The desk as it is called in the portal: each call is one transaction. */
    private static final class InTransaction extends CheckInDesk {
        InTransaction() {
            super(F.caller, F.rights, F.checkIns, F.audit, F.clock);
        }

        @Override
        public void checkIn(long id, String code) {
            F.run(() -> {
                super.checkIn(id, code);
                return true;
            });
        }
    }
}
