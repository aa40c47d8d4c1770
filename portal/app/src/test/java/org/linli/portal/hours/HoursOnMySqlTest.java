package org.linli.portal.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.database.TestDatabase;
import org.linli.portal.people.Role;

/** The same on MySQL: a correction, a back-entry until it counts, a certificate and a scale. */
class HoursOnMySqlTest {
    @Test
    void hours_are_corrected_entered_and_certified() throws Exception {
        try (HoursFixture here = new HoursFixture(TestDatabase.Engine.MYSQL)) {
            long record = here.record(60, Duration.ofDays(3));
            long wish = here.volunteer()
                    .run(d -> d.corrections.ask(record, 45, "记多了").id());
            here.admin().does(d -> d.corrections.decide(wish, true, ""));
            here.second().does(d -> d.corrections.confirm(wish, true, ""));
            Instant from = here.clock.instant().minus(Duration.ofDays(5));
            BackEntryCommand command = new BackEntryCommand(
                    HoursFixture.VOLUNTEER, HoursFixture.ITEM, from, from.plusSeconds(1800), null, "签到表为证");
            long entry = here.admin().run(d -> d.backEntries.enter(command).id());
            assertThatThrownBy(() -> here.admin().run(d -> d.backEntries.enter(command)))
                    .hasMessageContaining("hours.overlaps");
            here.second().does(d -> d.backEntries.decide(entry, true, ""));
            here.clock.pass(Duration.ofDays(7));
            here.resident().does(d -> d.counting.due(10).forEach(d.counting::count));
            here.above(HoursFixture.OPERATOR, Role.OPERATOR)
                    .does(d -> d.stars.change(HoursFixture.DISTRICT, 0, List.of(1, 2, 3, 4, 5)));

            MyHours mine = here.volunteer().run(d -> d.queries.mine());
            assertThat(mine.total().minutes()).isEqualTo(75);
            assertThat(mine.total().services()).isEqualTo(2);
            assertThat(mine.standing().stars()).isEqualTo(1);
            Certificate.Full paper = here.volunteer().run(d -> d.certificates.issue(null, null));
            assertThat(paper.certificate().minutes()).isEqualTo(75);
        }
    }
}
