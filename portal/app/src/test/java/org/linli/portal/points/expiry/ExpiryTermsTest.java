package org.linli.portal.points.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.portal.points.expiry.ExpiryBook.Income;

class ExpiryTermsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final ExpiryTerms MONTHS = new ExpiryTerms(ExpiryTerms.Kind.MONTHS, 12, 30, null);
    private static final ExpiryTerms YEAR = new ExpiryTerms(ExpiryTerms.Kind.YEAR_END, 0, 30, null);

    @Test
    void points_that_stay_for_ever_have_no_day() {
        assertThat(ExpiryTerms.NONE.dueAfter(TODAY)).isEmpty();
    }

    @Test
    void at_the_new_year_the_points_of_the_old_one_expire() {
        LocalDate due = YEAR.dueAfter(TODAY).orElseThrow();

        assertThat(due).isEqualTo("2027-01-01");
        assertThat(YEAR.cutoff(due)).isEqualTo(Instant.parse("2026-12-31T16:00:00Z"));
        assertThat(YEAR.dueAfter(due)).contains(LocalDate.of(2028, 1, 1));
    }

    @Test
    void on_the_first_of_a_month_those_expire_that_were_earned_twelve_months_before() {
        LocalDate due = MONTHS.dueAfter(TODAY).orElseThrow();

        assertThat(due).isEqualTo("2026-12-01");
        assertThat(MONTHS.cutoff(due)).isEqualTo(Instant.parse("2025-11-30T16:00:00Z"));
    }

    @Test
    void people_are_told_the_days_of_notice_before() {
        LocalDate due = LocalDate.of(2027, 1, 1);

        assertThat(YEAR.toAnnounce(due, LocalDate.of(2026, 12, 1))).isFalse();
        assertThat(YEAR.toAnnounce(due, LocalDate.of(2026, 12, 2))).isTrue();
    }

    @Test
    void who_is_told_late_keeps_the_days_of_notice() {
        LocalDate due = LocalDate.of(2027, 1, 1);

        assertThat(YEAR.expiresOn(due, LocalDate.of(2026, 12, 2))).isEqualTo(due);
        assertThat(YEAR.expiresOn(due, LocalDate.of(2026, 12, 20))).isEqualTo("2027-01-19");
    }

    @Test
    void after_a_change_of_terms_days_are_left_out() {
        ExpiryTerms changed = new ExpiryTerms(ExpiryTerms.Kind.MONTHS, 6, 30, LocalDate.of(2027, 1, 15));

        assertThat(changed.dueAfter(TODAY)).contains(LocalDate.of(2027, 2, 1));
    }

    @Test
    void the_outlook_shows_the_next_days_and_what_was_announced() {
        List<Income> incomes = List.of(
                new Income(Instant.parse("2025-11-10T00:00:00Z"), 500),
                new Income(Instant.parse("2025-12-10T00:00:00Z"), 700),
                new Income(Instant.parse("2026-11-10T00:00:00Z"), 900));
        Announcement announced = new Announcement(
                1,
                new Announcement.Owner(7, 8, 9),
                LocalDate.of(2026, 12, 1),
                MONTHS.cutoff(LocalDate.of(2026, 12, 1)),
                300,
                LocalDate.of(2026, 12, 5));

        Outlook outlook = Outlook.of(MONTHS, incomes, List.of(announced), new Outlook.Holding(TODAY, 1900));

        assertThat(outlook.coming())
                .containsExactly(
                        new Outlook.Coming(LocalDate.of(2026, 12, 5), 300, true),
                        new Outlook.Coming(LocalDate.of(2027, 1, 1), 700, false),
                        new Outlook.Coming(LocalDate.of(2027, 12, 1), 900, false));
    }
}
