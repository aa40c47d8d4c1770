package org.linli.portal.activities.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.portal.activities.domain.Recurrence.Unit;

class RecurrenceTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant FAR = at("2030-01-01T00:00");

    @Test
    void a_week_with_several_days_has_a_date_on_each_from_the_first_on() {
        Recurrence recurrence = new Recurrence(1, Unit.WEEK, List.of(5, 1, 3), null);

        assertThat(dates(recurrence, "2026-11-04T19:00", "2026-11-12T00:00"))
                .containsExactly("2026-11-04T19:00", "2026-11-06T19:00", "2026-11-09T19:00", "2026-11-11T19:00");
    }

    @Test
    void without_weekdays_it_is_the_weekday_of_the_first_date() {
        Recurrence recurrence = new Recurrence(2, Unit.WEEK, List.of(), null);

        assertThat(dates(recurrence, "2026-11-04T19:00", "2026-12-03T00:00"))
                .containsExactly("2026-11-04T19:00", "2026-11-18T19:00", "2026-12-02T19:00");
    }

    @Test
    void a_first_date_on_none_of_the_weekdays_begins_with_the_next_of_them() {
        Recurrence recurrence = new Recurrence(1, Unit.WEEK, List.of(6), null);

        assertThat(dates(recurrence, "2026-11-04T08:00", "2026-11-15T00:00"))
                .containsExactly("2026-11-07T08:00", "2026-11-14T08:00");
    }

    @Test
    void every_second_week_counts_weeks_from_monday() {
        Recurrence recurrence = new Recurrence(2, Unit.WEEK, List.of(1, 7), null);

        assertThat(dates(recurrence, "2026-11-01T09:00", "2026-11-30T00:00"))
                .containsExactly(
                        "2026-11-01T09:00",
                        "2026-11-09T09:00",
                        "2026-11-15T09:00",
                        "2026-11-23T09:00",
                        "2026-11-29T09:00");
    }

    @Test
    void a_month_without_that_day_takes_its_last_and_the_next_has_it_again() {
        Recurrence recurrence = new Recurrence(1, Unit.MONTH, List.of(), null);

        assertThat(dates(recurrence, "2027-01-31T15:00", "2027-06-01T00:00"))
                .containsExactly(
                        "2027-01-31T15:00",
                        "2027-02-28T15:00",
                        "2027-03-31T15:00",
                        "2027-04-30T15:00",
                        "2027-05-31T15:00");
    }

    @Test
    void days_are_counted_from_the_first() {
        Recurrence recurrence = new Recurrence(3, Unit.DAY, List.of(), null);

        assertThat(dates(recurrence, "2026-11-28T07:30", "2026-12-05T00:00"))
                .containsExactly("2026-11-28T07:30", "2026-12-01T07:30", "2026-12-04T07:30");
    }

    @Test
    void the_last_instant_counts_and_nothing_after_it() {
        Recurrence recurrence = new Recurrence(1, Unit.DAY, List.of(), at("2026-11-03T19:00"));

        assertThat(dates(recurrence, "2026-11-01T19:00", "2026-12-01T00:00"))
                .containsExactly("2026-11-01T19:00", "2026-11-02T19:00", "2026-11-03T19:00");
    }

    @Test
    void a_look_at_a_later_time_gives_the_same_dates_as_a_look_at_all() {
        for (Recurrence recurrence : List.of(
                new Recurrence(3, Unit.DAY, List.of(), null),
                new Recurrence(2, Unit.WEEK, List.of(2, 4), null),
                new Recurrence(5, Unit.MONTH, List.of(), null))) {
            Instant first = at("2026-01-31T19:00");
            List<Instant> all = recurrence.dates(first, first, FAR);
            Instant from = at("2028-07-15T12:00");

            assertThat(recurrence.dates(first, from, FAR))
                    .isNotEmpty()
                    .isEqualTo(all.stream().filter(date -> !date.isBefore(from)).toList());
        }
    }

    private static List<String> dates(Recurrence recurrence, String first, String before) {
        Instant start = at(first);
        return recurrence.dates(start, start, at(before)).stream()
                .map(date -> LocalDateTime.ofInstant(date, ZONE).toString())
                .toList();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
