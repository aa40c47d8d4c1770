package org.linli.portal.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.portal.people.Role;
import org.linli.portal.platform.rest.Window;

/** What of a record is told to whom. */
class RecordsFromAboveTest {
    private static final HoursFixture HERE = new HoursFixture();
    private static final String WORDS = "老人卧床，帮她擦了身";

    private final HoursFixture here = HERE;
    private long record;

    @BeforeEach
    void begin() {
        here.empty();
        record = here.record(60, Duration.ofDays(1));
        here.wrote(record, WORDS);
    }

    @AfterAll
    static void close() throws SQLException {
        HERE.close();
    }

    @Test
    void the_volunteer_and_those_who_work_there_read_what_was_written() {
        for (HoursFixture.Desks reader : List.of(
                here.volunteer(),
                here.admin(),
                here.as(HoursFixture.DISPATCHER, Role.DISPATCHER),
                here.as(HoursFixture.SUPERVISOR, Role.AUDITOR))) {
            ServiceEntry seen = reader.run(d -> d.queries.record(record));
            assertThat(words(seen)).isEqualTo(WORDS);
            assertThat(seen.volunteer().name()).isEqualTo("王1000");
        }
        List<ServiceEntry> own =
                here.volunteer().run(d -> d.queries.myRecords(Window.first()).items());
        assertThat(own).extracting(RecordsFromAboveTest::words).containsExactly(WORDS);
    }

    @Test
    void from_above_neither_words_nor_the_name_are_read_wherever_the_record_is() {
        for (Role role : List.of(Role.SUPERVISOR, Role.AUDITOR)) {
            HoursFixture.Desks above = here.above(HoursFixture.SUPERVISOR, role);
            for (ServiceEntry seen : List.of(
                    above.run(d -> d.queries.record(record)),
                    above.run(d -> d.queries
                            .records(HoursFixture.COMMUNITY, Window.first())
                            .items()
                            .get(0)),
                    above.run(d -> d.queries
                            .recordsOf(HoursFixture.VOLUNTEER, Window.first())
                            .items()
                            .get(0)))) {
                assertThat(words(seen)).isEmpty();
                assertThat(seen.volunteer().name()).isEqualTo("王**");
                assertThat(seen.minutes()).isEqualTo(60);
            }
        }
    }

    @Test
    void whoever_may_have_to_confirm_a_correction_learns_whose_it_is_but_not_what_was_written() {
        here.admin().does(d -> d.corrections.ask(record, 30, "居民来电更正"));

        ServiceEntry seen = here.above(HoursFixture.SUPERVISOR, Role.SUPERVISOR).run(d -> d.queries.record(record));

        assertThat(seen.volunteer().name()).isEqualTo("王1000");
        assertThat(words(seen)).isEmpty();
    }

    private static String words(ServiceEntry entry) {
        return Objects.requireNonNull(entry.order()).journal();
    }
}
