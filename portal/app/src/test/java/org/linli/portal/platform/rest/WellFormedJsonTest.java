package org.linli.portal.platform.rest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.portal.platform.problem.DomainException;

class WellFormedJsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\":{",
                "{\"a\":{\"b\":",
                "{\"a\":[",
                "{\"a\":[1,",
                "[",
                "{\"a\":1}{",
                "{\"a\":1,}",
                "nul",
                "{'a':1}",
                "{\"a\":\"",
                "\u0000"
            })
    void what_ends_too_early_or_too_late_is_refused(String text) {
        assertThatThrownBy(() -> WellFormedJson.require(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DomainException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "42", "null", "{\"a\":{\"b\":[1,{\"c\":\"字😀\"}]}}"})
    void whole_texts_pass(String text) {
        assertThatCode(() -> WellFormedJson.require(text.getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e3", "4294967297", "-2147483649", "{\"minutes\":99999999999999999999}"})
    void numbers_that_are_no_32_bit_integers_are_refused(String text) {
        assertThatThrownBy(() -> WellFormedJson.require(text.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("platform.number-not-integer");
    }

    @Test
    void what_is_nested_without_end_is_refused() {
        String deep = "{\"a\":".repeat(40) + "1" + "}".repeat(40);
        assertThatThrownBy(() -> WellFormedJson.require(deep.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void other_encodings_are_refused() {
        assertThatThrownBy(() -> WellFormedJson.require("{\"a\":\"字\"}".getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> WellFormedJson.require(new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'}))
                .isInstanceOf(DomainException.class);
    }
}
