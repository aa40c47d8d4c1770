package org.linli.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.portal.demo.CommunityRows.PersonRow;
import org.linli.portal.demo.OrderRows.OrderEventRow;
import org.linli.portal.demo.OrderRows.ServiceOrderRow;
import org.linli.portal.demo.PointsRows.LedgerEntryRow;
import org.linli.portal.demo.PointsRows.RedemptionRow;

/** The composition in memory. */
class DemoComposerTest {
    private static final Instant NOW = Instant.parse("2026-11-20T06:23:45Z");

    @Test
    void is_equal_for_the_same_instant() {
        Dataset one = compose(NOW);
        Dataset other = compose(NOW);
        for (var type :
                List.of(ServiceOrderRow.class, OrderEventRow.class, LedgerEntryRow.class, RedemptionRow.class)) {
            assertThat(one.of(type)).isEqualTo(other.of(type));
        }
    }

    @Test
    void knows_the_same_people_all_day() {
        List<String> morning = names(compose(Instant.parse("2026-11-20T01:00:00Z")));
        List<String> evening = names(compose(Instant.parse("2026-11-20T12:00:00Z")));
        assertThat(morning).isEqualTo(evening);
    }

    /** Night, new year, leap day, the turn of the day in Shanghai, a public holiday. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T18:30:00Z",
                "2027-01-01T00:00:00Z",
                "2028-02-29T09:00:00Z",
                "2026-12-05T16:00:00Z",
                "2027-10-02T15:59:59Z",
                "2027-03-07T04:00:00Z"
            })
    void can_be_composed_at_any_time(String instant) {
        Instant now = Instant.parse(instant);
        Dataset data = compose(now);
        assertThat(data.of(ServiceOrderRow.class))
                .hasSizeBetween(1_350, 1_600)
                .allSatisfy(order -> assertThat(order.statusSince()).isBeforeOrEqualTo(now))
                .allSatisfy(order -> assertThat(order.wantedTo()).isAfter(order.wantedFrom()));
        assertThat(data.of(ServiceOrderRow.class).stream()
                        .filter(order -> order.status().equals("PLACED"))
                        .filter(order -> order.wantedFrom().isBefore(now.minus(Duration.ofDays(1)))))
                .isEmpty();
    }

    private static List<String> names(Dataset data) {
        return data.of(PersonRow.class).stream().map(PersonRow::name).toList();
    }

    private static Dataset compose(Instant now) {
        return DemoComposer.compose(now, 1, DemoDataTest.cipher());
    }
}
