package org.linli.portal.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.portal.orders.OrderAction;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.orders.Party;
import org.linli.portal.people.Role;

/** The whole matrix: every status with every action in every pack, against tables that were written by hand. */
class TransitionsTest {
    /** status: action > status after. What is not listed is illegal. */
    private static final String FOUR = """
            PLACED:     OFFER>DISPATCHED ESCALATE>PLACED CANCEL>CANCELLED EXPIRE>EXPIRED
            DISPATCHED: OFFER>DISPATCHED DECLINE>PLACED LAPSE>PLACED WITHDRAW>PLACED ACCEPT>ACCEPTED ESCALATE>DISPATCHED CANCEL>CANCELLED EXPIRE>EXPIRED
            ACCEPTED:   RELEASE>PLACED CHECK_IN>IN_SERVICE CANCEL>CANCELLED EXPIRE>EXPIRED
            IN_SERVICE: COMPLETE>COMPLETED ESCALATE>IN_SERVICE CANCEL>CANCELLED
            COMPLETED:  REVIEW>REVIEWED REOPEN>IN_SERVICE
            REVIEWED:   CLOSE>CLOSED
            """;

    private static final String FIVE = """
            PLACED:     TRIAGE>TRIAGED ESCALATE>PLACED CANCEL>CANCELLED EXPIRE>EXPIRED
            TRIAGED:    OFFER>DISPATCHED ESCALATE>TRIAGED CANCEL>CANCELLED EXPIRE>EXPIRED
            DISPATCHED: OFFER>DISPATCHED DECLINE>TRIAGED LAPSE>TRIAGED WITHDRAW>TRIAGED ACCEPT>ACCEPTED ESCALATE>DISPATCHED CANCEL>CANCELLED EXPIRE>EXPIRED
            ACCEPTED:   RELEASE>TRIAGED CHECK_IN>IN_SERVICE CANCEL>CANCELLED EXPIRE>EXPIRED
            IN_SERVICE: COMPLETE>COMPLETED ESCALATE>IN_SERVICE CANCEL>CANCELLED
            COMPLETED:  REVIEW>REVIEWED REOPEN>IN_SERVICE
            REVIEWED:   CLOSE>CLOSED
            """;

    private static final String ASSESSED = """
            PLACED:     OFFER>DISPATCHED ESCALATE>PLACED CANCEL>CANCELLED EXPIRE>EXPIRED
            DISPATCHED: OFFER>DISPATCHED DECLINE>PLACED LAPSE>PLACED WITHDRAW>PLACED ACCEPT>ACCEPTED ESCALATE>DISPATCHED CANCEL>CANCELLED EXPIRE>EXPIRED
            ACCEPTED:   RELEASE>PLACED CHECK_IN>IN_SERVICE CANCEL>CANCELLED EXPIRE>EXPIRED
            IN_SERVICE: COMPLETE>COMPLETED ESCALATE>IN_SERVICE CANCEL>CANCELLED
            COMPLETED:  REVIEW>REVIEWED REOPEN>IN_SERVICE
            REVIEWED:   ASSESS>ASSESSED CLOSE>CLOSED
            ASSESSED:   CLOSE>CLOSED
            """;

    /** Of a brand: nobody checks in with a code and no resident reviews; the portal ends what the last step has passed. */
    private static final String BRAND = FOUR;

    /** action: who may, ever. */
    private static final String WHO = """
            PLACE: PLACER
            TRIAGE: TRIAGER
            OFFER: DISPATCHER
            DECLINE: ADDRESSEE
            LAPSE: PORTAL
            WITHDRAW: DISPATCHER
            ACCEPT: ADDRESSEE
            RELEASE: ASSIGNEE DISPATCHER
            CHECK_IN: ASSIGNEE
            COMPLETE: ASSIGNEE
            REOPEN: PORTAL
            REVIEW: PRINCIPAL PLACER PORTAL
            ASSESS: ASSESSOR
            CLOSE: PORTAL
            CANCEL: PRINCIPAL PLACER DISPATCHER
            EXPIRE: PORTAL
            ESCALATE: PORTAL
            """;

    static Stream<Arguments> matrix() {
        return Stream.of(
                        Arguments.of("four", flow(), FOUR),
                        Arguments.of("five", flow(Stage.TRIAGE), FIVE),
                        Arguments.of("assessed", flow(Stage.ASSESS), ASSESSED),
                        Arguments.of("brand", flowWithout(Stage.START, Stage.REVIEW), BRAND))
                .flatMap(pack -> Arrays.stream(OrderStatus.values())
                        .flatMap(status -> Arrays.stream(OrderAction.values())
                                .map(action -> Arguments.of(
                                        pack.get()[0],
                                        status,
                                        action,
                                        pack.get()[1],
                                        expected((String) pack.get()[2]).get(status + " " + action)))));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("matrix")
    void each_action_leads_where_the_table_says(
            String pack, OrderStatus from, OrderAction action, FlowStages flow, OrderStatus expected) {
        assertThat(Transitions.of(from, action, flow).map(Transition::to).orElse(null))
                .isEqualTo(expected);
    }

    @Test
    void nothing_follows_an_end() {
        for (OrderStatus end : Set.of(OrderStatus.CLOSED, OrderStatus.CANCELLED, OrderStatus.EXPIRED)) {
            assertThat(Transitions.open(end, EnumSet.allOf(Party.class), flow(Stage.TRIAGE, Stage.ASSESS)))
                    .isEmpty();
        }
    }

    @Test
    void each_action_belongs_to_those_whose_it_is() {
        Map<OrderAction, Set<Party>> who = new EnumMap<>(OrderAction.class);
        WHO.lines().forEach(line -> {
            String[] parts = line.split(":");
            Set<Party> parties = EnumSet.noneOf(Party.class);
            Arrays.stream(parts[1].trim().split(" ")).map(Party::valueOf).forEach(parties::add);
            who.put(OrderAction.valueOf(parts[0]), parties);
        });
        for (OrderAction action : OrderAction.values()) {
            for (Party party : Party.values()) {
                assertThat(Transitions.mayEver(EnumSet.of(party), action))
                        .as("%s by %s", action, party)
                        .isEqualTo(who.get(action).contains(party));
            }
        }
    }

    @Test
    void without_a_review_stage_only_the_portal_ends_the_service() {
        assertThat(Transitions.of(OrderStatus.COMPLETED, OrderAction.REVIEW, flowWithout(Stage.START, Stage.REVIEW))
                        .orElseThrow()
                        .by())
                .containsExactly(Party.PORTAL);
    }

    @Test
    void once_the_service_has_begun_only_the_dispatcher_cancels() {
        assertThat(Transitions.of(OrderStatus.IN_SERVICE, OrderAction.CANCEL, flow())
                        .orElseThrow()
                        .by())
                .containsExactly(Party.DISPATCHER);
    }

    @Test
    void every_refusal_has_a_code_of_its_own() {
        for (OrderStatus status : OrderStatus.values()) {
            for (OrderAction action : OrderAction.values()) {
                assertThat(Refusals.of(status, action).code()).startsWith("orders.");
            }
        }
        assertThat(Refusals.of(OrderStatus.ACCEPTED, OrderAction.ACCEPT).code()).isEqualTo("orders.already-accepted");
        assertThat(Refusals.of(OrderStatus.PLACED, OrderAction.ACCEPT).code()).isEqualTo("orders.cannot-accept");
        assertThat(Refusals.of(OrderStatus.COMPLETED, OrderAction.CANCEL).code())
                .isEqualTo("orders.cancel-after-service");
        assertThat(Refusals.of(OrderStatus.CANCELLED, OrderAction.OFFER).code()).isEqualTo("orders.ended");
    }

    private static Map<String, OrderStatus> expected(String table) {
        Map<String, OrderStatus> expected = new HashMap<>();
        table.lines().forEach(line -> {
            String[] parts = line.split(":\\s*");
            for (String move : parts[1].split(" ")) {
                String[] ends = move.split(">");
                expected.put(parts[0] + " " + ends[0], OrderStatus.valueOf(ends[1]));
            }
        });
        return expected;
    }

    /** The stages that every pack has, and these. */
    static FlowStages flow(Stage... more) {
        Map<Stage, FlowStages.Rule> rules = new EnumMap<>(Stage.class);
        EnumSet.complementOf(EnumSet.of(Stage.TRIAGE, Stage.ASSESS))
                .forEach(stage -> rules.put(stage, new FlowStages.Rule(Set.of(Role.DISPATCHER), null, null)));
        for (Stage stage : more) {
            rules.put(stage, new FlowStages.Rule(Set.of(Role.DISPATCHER), null, null));
        }
        return new FlowStages(rules);
    }

    private static FlowStages flowWithout(Stage... left) {
        Map<Stage, FlowStages.Rule> rules = new EnumMap<>(flow().rules());
        Arrays.asList(left).forEach(rules::remove);
        return new FlowStages(rules);
    }
}
