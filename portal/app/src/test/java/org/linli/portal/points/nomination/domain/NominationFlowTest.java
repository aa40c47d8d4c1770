package org.linli.portal.points.nomination.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.portal.points.nomination.NominationAction;
import org.linli.portal.points.nomination.NominationStatus;

/** The whole matrix of status and action. */
class NominationFlowTest {
    /** Rows: status; columns in the order of the actions: SECOND VOTE APPROVE REJECT WITHDRAW OBJECT DISMISS UPHOLD PAY. */
    private static final String[][] MATRIX = {
        {"NOMINATED", "SECONDED", "-", "-", "-", "WITHDRAWN", "-", "-", "-", "-"},
        {"SECONDED", "-", "SECONDED", "ANNOUNCED", "REJECTED", "WITHDRAWN", "-", "-", "-", "-"},
        {"ANNOUNCED", "-", "-", "-", "-", "-", "ANNOUNCED", "ANNOUNCED", "OVERTURNED", "PAID"},
        {"PAID", "-", "-", "-", "-", "-", "-", "-", "-", "-"},
        {"REJECTED", "-", "-", "-", "-", "-", "-", "-", "-", "-"},
        {"WITHDRAWN", "-", "-", "-", "-", "-", "-", "-", "-", "-"},
        {"OVERTURNED", "-", "-", "-", "-", "-", "-", "-", "-", "-"},
    };

    @ParameterizedTest
    @MethodSource("cells")
    void every_cell(NominationStatus status, NominationAction action, String next) {
        assertThat(NominationFlow.after(status, action).map(Enum::name).orElse("-"))
                .isEqualTo(next);
    }

    @Test
    void nothing_follows_where_it_is_over() {
        assertThat(NominationStatus.values())
                .allMatch(status -> status.isOver()
                        == Stream.of(NominationAction.values()).noneMatch(action -> NominationFlow.after(status, action)
                                .isPresent()));
    }

    static Stream<Arguments> cells() {
        assertThat(MATRIX).hasNumberOfRows(NominationStatus.values().length);
        return Stream.of(MATRIX).flatMap(row -> Stream.of(NominationAction.values())
                .map(action -> Arguments.of(NominationStatus.valueOf(row[0]), action, row[action.ordinal() + 1])));
    }
}
