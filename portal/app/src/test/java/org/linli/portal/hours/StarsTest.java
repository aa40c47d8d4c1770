package org.linli.portal.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;

class StarsTest {
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

    @Test
    void a_district_may_have_a_scale_of_its_own_from_those_who_supervise_it() {
        here.record(120, Duration.ofDays(1));
        List<Integer> own = List.of(2, 4, 6, 8, 10);
        assertThat(standing().stars()).isZero();

        StarScale changed = here.above(HoursFixture.SUPERVISOR, Role.SUPERVISOR)
                .run(d -> d.stars.change(HoursFixture.DISTRICT, 0, own));
        assertThat(changed.version()).isEqualTo(1);
        assertThat(standing()).isEqualTo(new StarScale.Standing(1, 4, 120));

        List<Integer> again = List.of(3, 4, 6, 8, 10);
        here.above(HoursFixture.OPERATOR, Role.OPERATOR).does(d -> d.stars.change(HoursFixture.DISTRICT, 1, again));
        refused("platform.changed-meanwhile", 1, own, Role.OPERATOR);
        assertThat(here.number("SELECT COUNT(*) FROM audit_entry WHERE action = 'hours.change-stars'"))
                .isEqualTo(2);
    }

    @Test
    void others_may_not_and_hours_must_rise() {
        refused("people.role-needed", 0, StarScale.NATIONAL, Role.AUDITOR);
        refused("platform.invalid", 0, List.of(1, 2, 3, 4), Role.OPERATOR);
        refused("platform.invalid", 0, List.of(1, 2, 2, 4, 5), Role.OPERATOR);
        refused("platform.invalid", 0, Arrays.asList(1, 2, null, 4, 5), Role.OPERATOR);
        refused("platform.invalid", 0, null, Role.OPERATOR);
        assertThatThrownBy(() -> here.admin().run(d -> d.stars.change(HoursFixture.DISTRICT, 0, StarScale.NATIONAL)))
                .isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> here.above(HoursFixture.OPERATOR, Role.OPERATOR)
                        .run(d -> d.stars.change(HoursFixture.COMMUNITY, 0, StarScale.NATIONAL)))
                .hasMessageContaining("platform.not-found");
    }

    private StarScale.Standing standing() {
        return here.volunteer().run(d -> d.queries.mine().standing());
    }

    private void refused(String code, long seen, List<Integer> hours, Role role) {
        assertThatThrownBy(() -> here.above(HoursFixture.OPERATOR, role)
                        .run(d -> d.stars.change(HoursFixture.DISTRICT, seen, hours)))
                .hasMessageContaining(code);
    }
}
