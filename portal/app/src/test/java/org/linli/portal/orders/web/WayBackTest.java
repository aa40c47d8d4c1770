package org.linli.portal.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.portal.orders.Party;
import org.linli.portal.people.Role;

class WayBackTest {
    @Test
    void whoever_needs_the_service_returns_to_their_own_orders_whatever_else_they_are() {
        assertThat(WayBack.of(EnumSet.allOf(Party.class), EnumSet.allOf(Role.class)))
                .isEqualTo(WayBack.MINE);
    }

    @Test
    void a_volunteer_returns_to_the_services() {
        for (Party party : Set.of(Party.ASSIGNEE, Party.ADDRESSEE, Party.FORMER)) {
            assertThat(WayBack.of(Set.of(party), Set.of(Role.VOLUNTEER, Role.RESIDENT)))
                    .as(party.name())
                    .isEqualTo(WayBack.TASKS);
        }
    }

    @Test
    void a_dispatcher_returns_to_the_board_also_from_what_they_placed_for_others() {
        Set<Party> parties = Set.of(Party.DISPATCHER, Party.OBSERVER, Party.PLACER);
        assertThat(WayBack.of(parties, Set.of(Role.DISPATCHER))).isEqualTo(WayBack.BOARD);
    }

    @Test
    void without_the_role_that_opens_the_board_nobody_is_led_to_it() {
        assertThat(WayBack.of(Set.of(Party.DISPATCHER), Set.of(Role.COMMUNITY_ADMIN)))
                .isEqualTo(WayBack.HOME);
    }

    @Test
    void a_grid_worker_returns_to_the_orders_that_they_placed() {
        assertThat(WayBack.of(Set.of(Party.PLACER, Party.OBSERVER), Set.of(Role.GRID_WORKER)))
                .isEqualTo(WayBack.MINE);
    }

    @Test
    void supervisors_return_to_what_was_escalated_and_auditors_home() {
        for (Party party : Set.of(Party.OVERSEER, Party.OBSERVER)) {
            assertThat(WayBack.of(Set.of(party), Set.of(Role.SUPERVISOR))).isEqualTo(WayBack.ESCALATED);
        }
        assertThat(WayBack.of(Set.of(Party.OVERSEER), Set.of(Role.AUDITOR))).isEqualTo(WayBack.HOME);
    }
}
