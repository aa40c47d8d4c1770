package org.linli.portal.platform.amount;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointsTest {
    @ParameterizedTest
    @CsvSource({
        "12.5,1250,12.5",
        "12,1200,12",
        "0.05,5,0.05",
        "-0.05,-5,-0.05",
        "12.50,1250,12.5",
        "0,0,0",
        "-3.1,-310,-3.1"
    })
    void a_decimal_is_read_and_written_exactly(String text, long hundredths, String shortest) {
        assertThat(Points.parse(text)).contains(Points.of(hundredths));
        assertThat(Points.of(hundredths).format()).isEqualTo(shortest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.234", "1e3", "1,5", "+1", "0x10", "1.", ".5", "1234567890", "１２", "NaN", "--1"})
    void what_is_no_amount_is_not_read(String text) {
        assertThat(Points.parse(text)).isEmpty();
    }

    @Test
    void nothing_is_not_read() {
        assertThat(Points.parse(null)).isEmpty();
    }
}
