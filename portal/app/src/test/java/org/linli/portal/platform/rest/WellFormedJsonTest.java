package org.linli.portal.platform.rest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.portal.platform.problem.DomainException;

class WellFormedJsonTest {
    /** A body with members of its own, and one that a brand declares. */
    record Bound(String a, JsonObject free) {}

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
        assertThatThrownBy(() -> WellFormedJson.require(text.getBytes(StandardCharsets.UTF_8), Bound.class))
                .isInstanceOf(DomainException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "42", "null", "{\"a\":{\"b\":[1,{\"c\":\"字😀\"}]}}"})
    void whole_texts_pass(String text) {
        assertThatCode(() -> WellFormedJson.require(text.getBytes(StandardCharsets.UTF_8), Bound.class))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e3", "4294967297", "-2147483649", "{\"minutes\":99999999999999999999}"})
    void numbers_that_are_no_32_bit_integers_are_refused(String text) {
        assertThatThrownBy(() -> WellFormedJson.require(text.getBytes(StandardCharsets.UTF_8), Bound.class))
                .hasMessageContaining("platform.number-not-integer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"free\":{\"hours\":1.5,\"list\":[4294967297]},\"a\":1}", "{\"free\":{\"x\":{\"y\":-0.25}}}"})
    void what_a_brand_declares_may_have_fractions(String text) {
        assertThatCode(() -> WellFormedJson.require(text.getBytes(StandardCharsets.UTF_8), Bound.class))
                .doesNotThrowAnyException();
        assertThatCode(() -> WellFormedJson.require(text.getBytes(StandardCharsets.UTF_8), String.class))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"free\":{\"hours\":1},\"a\":1.5}", "{\"a\":{\"free\":1.5}}", "{\"free\":1,\"a\":[1.5]}"})
    void what_is_bound_may_not(String text) {
        assertThatThrownBy(() -> WellFormedJson.require(text.getBytes(StandardCharsets.UTF_8), Bound.class))
                .hasMessageContaining("platform.number-not-integer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"free\":{\"a\":1e999999999}}",
                "{\"free\":{\"a\":99999999999999999999}}",
                "{\"free\":{\"a\":0.1234567890}}"
            })
    void no_number_is_longer_than_it_can_be_kept(String text) {
        assertThatThrownBy(() -> WellFormedJson.require(text.getBytes(StandardCharsets.UTF_8), Bound.class))
                .hasMessageContaining("platform.number-too-long");
    }

    @Test
    void what_is_nested_without_end_is_refused() {
        String deep = "{\"a\":".repeat(40) + "1" + "}".repeat(40);
        assertThatThrownBy(() -> WellFormedJson.require(deep.getBytes(StandardCharsets.UTF_8), Bound.class))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void other_encodings_are_refused() {
        assertThatThrownBy(
                        () -> WellFormedJson.require("{\"a\":\"字\"}".getBytes(StandardCharsets.UTF_16LE), Bound.class))
                .isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> WellFormedJson.require(new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'}, Bound.class))
                .isInstanceOf(DomainException.class);
    }
}
