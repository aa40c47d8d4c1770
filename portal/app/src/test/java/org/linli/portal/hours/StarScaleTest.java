package org.linli.portal.hours;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarScaleTest {
    @ParameterizedTest
    @CsvSource({
        "0,0,100,6000",
        "5999,0,100,1",
        "6000,1,300,12000",
        "17999,1,300,1",
        "18000,2,600,18000",
        "36000,3,1000,24000",
        "60000,4,1500,30000",
        "89999,4,1500,1"
    })
    void stars_follow_the_national_rule(long minutes, int stars, int next, long missing) {
        StarScale.Standing standing = new StarScale(0, StarScale.NATIONAL, 0).of(minutes);

        assertThat(standing).isEqualTo(new StarScale.Standing(stars, next, missing));
    }

    @Test
    void nothing_is_missing_at_five_stars() {
        assertThat(new StarScale(0, StarScale.NATIONAL, 0).of(90_000)).isEqualTo(new StarScale.Standing(5, null, 0));
    }
}
