package org.linli.portal.points.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.portal.points.check.CheckFixture.GRID_EAST;
import static org.linli.portal.points.check.CheckFixture.NOON;
import static org.linli.portal.points.check.CheckFixture.OTHER_DISTRICT;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.points.check.CheckFixture.Past;

/** Each detector lets an honest case pass and stops a fraudulent one. */
class DetectorsTest {
    private static final CheckFixture F = new CheckFixture();

    private final long volunteer = Ids.next();
    private final long resident = Ids.next();

    @BeforeEach
    void an_everyday_community() {
        F.unchecked(() -> {
            F.sql.update("DELETE FROM review");
            F.sql.update("DELETE FROM service_record");
            F.sql.update("DELETE FROM service_order");
            F.sql.update("DELETE FROM check_threshold");
        });
        for (int i = 0; i < 10; i++) {
            F.add(new Past(Ids.next(), Ids.next(), NOON.minus(Duration.ofDays(3)), 60));
        }
    }

    @Test
    void one_service_after_the_other_is_honest() {
        F.add(served(0, 60));

        assertThat(F.findings(F.add(served(55, 60)))).isEmpty();
    }

    @Test
    void two_services_at_the_same_time_are_not() {
        F.add(served(0, 60));

        assertThat(F.findings(F.add(served(30, 60)))).containsExactly("overlap");
    }

    @Test
    void a_service_within_a_long_one_overlaps_it() {
        F.add(served(0, 600));

        assertThat(F.findings(F.add(served(300, 30)))).containsExactly("overlap");
    }

    @Test
    void what_was_reversed_overlaps_nothing() {
        F.reverse(F.add(served(0, 60)));

        assertThat(F.findings(F.add(served(30, 60)))).isEmpty();
    }

    @Test
    void checking_in_at_the_end_of_two_hours_is_honest() {
        assertThat(F.findings(claimed(F.add(served(0, 1)), 120))).isEmpty();
    }

    @Test
    void a_day_of_service_within_a_minute_is_not() {
        assertThat(F.findings(claimed(F.add(served(0, 1)), 300))).containsExactly("elapsed");
    }

    @Test
    void twelve_kilometres_in_half_an_hour_are_honest() {
        F.add(served(0, 60));

        assertThat(F.findings(F.add(served(90, 60).at(GRID_EAST)))).isEmpty();
    }

    @Test
    void twelve_kilometres_in_five_minutes_are_not() {
        F.add(served(0, 60));

        assertThat(F.findings(F.add(served(65, 60).at(GRID_EAST)))).containsExactly("distance");
    }

    @Test
    void the_way_to_a_later_service_counts_too() {
        F.add(served(65, 60).at(GRID_EAST));

        assertThat(F.findings(F.add(served(0, 60)))).containsExactly("distance");
    }

    @Test
    void places_of_different_districts_cannot_be_compared() {
        F.add(served(0, 60));

        assertThat(F.findings(F.add(served(65, 60).at(OTHER_DISTRICT)))).isEmpty();
    }

    @Test
    void a_meal_every_other_day_for_one_neighbour_is_honest() {
        ServiceRecorded last = null;
        for (int day = 15; day >= 0; day--) {
            last = F.add(served(-day * 2 * 24 * 60, 30));
        }

        assertThat(F.findings(last)).isEmpty();
    }

    @Test
    void a_friend_who_confirms_each_day_is_not() {
        ServiceRecorded last = null;
        for (int day = 24; day >= 0; day--) {
            last = F.add(served(-day * 24 * 60, 30));
        }

        assertThat(F.findings(last)).containsExactly("pair");
    }

    @Test
    void where_everybody_helps_each_day_nobody_is_unusual() {
        for (int pair = 0; pair < 3; pair++) {
            long one = Ids.next();
            long other = Ids.next();
            for (int day = 24; day >= 0; day--) {
                F.add(new Past(one, other, NOON.minus(Duration.ofDays(day)), 30));
            }
        }
        F.unchecked(() -> F.sql.update("DELETE FROM service_record WHERE minutes = 60"));
        ServiceRecorded last = null;
        for (int day = 24; day >= 0; day--) {
            last = F.add(served(-day * 24 * 60, 30));
        }

        assertThat(F.findings(last)).isEmpty();
    }

    @Test
    void a_handful_of_back_entries_after_a_power_cut_is_honest() {
        ServiceRecorded last = null;
        for (int i = 0; i < 5; i++) {
            last = F.addBackEntry(Ids.next(), 11, NOON.plus(Duration.ofHours(i)));
        }

        assertThat(F.findings(last)).isEmpty();
    }

    @Test
    void a_dozen_by_one_person_is_not_though_they_are_for_different_volunteers() {
        ServiceRecorded last = null;
        for (int i = 0; i < 12; i++) {
            last = F.addBackEntry(Ids.next(), 11, NOON.plus(Duration.ofHours(i)));
        }

        assertThat(F.findings(last)).containsExactly("back-entries");
    }

    @Test
    void two_volunteers_who_carry_a_wardrobe_together_are_honest() {
        F.add(new Past(Ids.next(), resident, NOON, 60));

        assertThat(F.findings(F.add(served(1, 60)))).isEmpty();
    }

    @Test
    void seven_services_for_one_resident_within_minutes_are_not() {
        for (int i = 0; i < 6; i++) {
            F.add(new Past(Ids.next(), resident, NOON.plusSeconds(20L * i), 60));
        }

        assertThat(F.findings(F.add(served(1, 60)))).containsExactly("rush-services");
    }

    @Test
    void an_activity_where_nearly_all_checked_in_is_honest() {
        assertThat(F.findings(F.activity(40, 36, 20))).isEmpty();
    }

    @Test
    void a_small_round_needs_no_check_in() {
        assertThat(F.findings(F.activity(4, 0, 0))).isEmpty();
    }

    @Test
    void an_activity_with_many_more_names_than_check_ins_is_not() {
        assertThat(F.findings(F.activity(40, 20, 20))).containsExactly("attendees");
    }

    @Test
    void a_queue_at_the_door_is_honest() {
        assertThat(F.findings(F.activity(60, 60, 12))).isEmpty();
    }

    @Test
    void a_code_that_was_sent_around_is_not() {
        assertThat(F.findings(F.activity(60, 60, 2))).containsExactly("rush-people");
    }

    @Test
    void a_community_sets_other_thresholds() {
        F.paid.books.transactions.run(
                () -> F.thresholds.save(CheckFixture.COMMUNITY, Thresholds.USUAL.with(Threshold.OVERLAP_MINUTES, 60)));
        F.add(served(0, 60));

        assertThat(F.findings(F.add(served(30, 60)))).isEmpty();
    }

    private static ServiceRecorded claimed(ServiceRecorded s, int minutes) {
        return new ServiceRecorded(
                s.recordId(),
                s.orderId(),
                s.replacesId(),
                s.communityId(),
                s.volunteerId(),
                s.residentId(),
                s.reviewerId(),
                s.itemId(),
                s.itemName(),
                s.itemNameEn(),
                s.startedAt(),
                s.endedAt(),
                minutes,
                s.plannedMinutes(),
                s.pointsRate(),
                s.evidence(),
                s.at());
    }

    /** So many minutes after noon. */
    private Past served(int afterNoon, int minutes) {
        return new Past(volunteer, resident, NOON.plus(Duration.ofMinutes(afterNoon)), minutes);
    }
}
