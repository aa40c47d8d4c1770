package org.linli.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    @Test
    void what_is_read_is_written_in_the_one_spelling() {
        Object value =
                CanonicalJson.read("{ \"b\" : [ 1 , -20, true ,{}, [] ],\n \"a\\u0041\" : \"\\u00e9\\/\\u001f\\n\" }");
        assertThat(CanonicalJson.write(value)).isEqualTo("{\"aA\":\"é/\\u001f\\n\",\"b\":[1,-20,true,{},[]]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":1}",
                "1.5",
                "01",
                "-0",
                "1e3",
                "null",
                "nul",
                "[1 2]",
                "\"\t\"",
                "{} {}",
                "9007199254740993000",
                "{\"a\" 1}",
                "\"\\x\"",
                "\"\\u00\""
            })
    void what_has_no_canonical_form_is_refused(String text) {
        assertThatThrownBy(() -> CanonicalJson.write(CanonicalJson.read(text)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
