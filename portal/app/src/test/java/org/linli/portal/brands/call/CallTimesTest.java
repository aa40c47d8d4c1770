package org.linli.portal.brands.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallTimesTest {
    @Test
    void a_percentile_is_the_upper_end_of_its_step_and_no_more_than_the_slowest() {
        CallTimes times = IntStream.rangeClosed(1, 100)
                .mapToObj(millis -> CallTimes.of(millis * 1000L))
                .reduce(CallTimes::plus)
                .orElseThrow();
        assertThat(times.percentile(50, 100_000)).isEqualTo(50_000);
        assertThat(times.percentile(51, 100_000)).isEqualTo(100_000);
        assertThat(times.percentile(99, 97_000)).isEqualTo(97_000);
        assertThat(CallTimes.of(7_000_000).percentile(50, 7_000_000)).isEqualTo(7_000_000);
    }
}
