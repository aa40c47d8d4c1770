package org.linli.portal.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CertificateTest {
    private static final HoursFixture HERE = new HoursFixture();

    private final HoursFixture here = HERE;

    @BeforeEach
    void begin() {
        here.empty();
    }

    @AfterAll
    static void close() throws SQLException {
        HERE.close();
    }

    private Certificate.Full issue() {
        return here.volunteer().run(d -> d.certificates.issue(null, null));
    }

    @Test
    void it_lists_what_stands_and_the_same_is_not_issued_twice() {
        here.record(60, Duration.ofDays(40));
        here.record(45, Duration.ofDays(3));
        Certificate.Full full = issue();

        assertThat(full.certificate().minutes()).isEqualTo(105);
        assertThat(full.entries()).extracting(ServiceEntry::minutes).containsExactly(60, 45);
        assertThat(issue().certificate().id()).isEqualTo(full.certificate().id());
        Certificate.Full october =
                here.volunteer().run(d -> d.certificates.issue(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)));
        assertThat(october.certificate().minutes()).isEqualTo(60);
    }

    @Test
    void whoever_has_the_number_learns_whether_it_still_holds_and_no_name() {
        long record = here.record(60, Duration.ofDays(3));
        Certificate issued = issue().certificate();
        String typed = issued.number().substring(0, 4) + " - "
                + issued.number().substring(4).toLowerCase(java.util.Locale.ROOT);

        Certificate.Check check = here.stranger().run(d -> d.certificates.check(typed));
        assertThat(check.current()).isTrue();
        assertThat(check.name()).isEqualTo("王****");
        assertThat(check.minutes()).isEqualTo(60);

        here.clock.pass(Duration.ofMinutes(1));
        long wish =
                here.volunteer().run(d -> d.corrections.ask(record, 30, "记多了").id());
        here.admin().does(d -> d.corrections.decide(wish, true, ""));
        here.second().does(d -> d.corrections.confirm(wish, true, ""));
        assertThat(here.stranger()
                        .run(d -> d.certificates.check(issued.number()))
                        .current())
                .isFalse();
        Certificate.Full as = here.volunteer().run(d -> d.certificates.certificate(issued.id()));
        assertThat(as.entries()).extracting(ServiceEntry::minutes).containsExactly(60);
        for (String none : List.of("ABCD", "没有这个编号", "\uD83D\uDE00")) {
            assertThatThrownBy(() -> here.stranger().run(d -> d.certificates.check(none)))
                    .hasMessageContaining("platform.not-found");
        }
    }

    @Test
    void another_service_later_does_not_unmake_it() {
        here.record(60, Duration.ofDays(3));
        Certificate issued = issue().certificate();
        here.clock.pass(Duration.ofHours(1));
        here.record(30, Duration.ofMinutes(10));

        assertThat(here.stranger()
                        .run(d -> d.certificates.check(issued.number()))
                        .current())
                .isTrue();
        assertThat(issue().certificate().minutes()).isEqualTo(90);
    }

    @Test
    void without_services_there_is_none_and_others_do_not_see_it() {
        assertThatThrownBy(this::issue).hasMessageContaining("hours.nothing-to-certify");
        here.record(60, Duration.ofDays(3));
        long id = issue().certificate().id();

        assertThatThrownBy(() -> here.resident().run(d -> d.certificates.certificate(id)))
                .hasMessageContaining("platform.not-found");
        assertThatThrownBy(() -> here.stranger().run(d -> d.certificates.certificate(id)))
                .hasMessageContaining("platform.not-found");
        assertThat(here.admin()
                        .run(d -> d.certificates.certificate(id))
                        .certificate()
                        .services())
                .isEqualTo(1);
        assertThatThrownBy(() -> here.volunteer()
                        .run(d -> d.certificates.issue(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 1))))
                .hasMessageContaining("hours.period");
    }
}
