package org.linli.portal.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Choices as people make them become the window that an order carries; Shanghai is eight hours ahead of UTC. */
class WantedTimeTest {
    private static WantedTime at(String shanghai) {
        return new WantedTime(Clock.fixed(Instant.parse(shanghai + ":00+08:00"), ZoneOffset.UTC));
    }

    @Test
    void inTheMorningTheMorningIsChosenAndBeginsNow() {
        WantedTime time = at("2026-11-20T09:30");
        assertThat(time.getPart()).isEqualTo(PartOfDay.MORNING);
        assertThat(time.from()).isEqualTo("2026-11-20T01:30:00Z");
        assertThat(time.to(60)).isEqualTo("2026-11-20T04:00:00Z");
    }

    @Test
    void partsThatHavePassedAreNotOffered() {
        WantedTime time = at("2026-11-20T14:00");
        assertThat(time.getParts()).doesNotContain(PartOfDay.MORNING).contains(PartOfDay.AFTERNOON, PartOfDay.EXACT);
        assertThat(time.getPart()).isEqualTo(PartOfDay.AFTERNOON);
    }

    @Test
    void lateAtNightTomorrowMorningIsChosen() {
        WantedTime time = at("2026-11-20T22:10");
        assertThat(time.date()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(time.from()).isEqualTo("2026-11-21T00:00:00Z");
    }

    @Test
    void aFixedTimeEndsHalfAnHourAfterTheUsualTime() {
        WantedTime time = at("2026-11-20T09:30");
        time.setPart(PartOfDay.EXACT);
        time.settle();
        assertThat(time.getExact()).isEqualTo("10:00");
        assertThat(time.to(45)).isEqualTo("2026-11-20T03:15:00Z");
    }

    @Test
    void anotherDayWithoutAChoiceIsMissing() {
        WantedTime time = at("2026-11-20T09:30");
        time.setDay(WantedTime.OTHER);
        assertThat(time.isDayMissing()).isTrue();
        time.setOtherDay(LocalDate.of(2026, 12, 1));
        assertThat(time.from()).isEqualTo("2026-12-01T00:00:00Z");
    }

    @Test
    void theWindowIsNeverShorterThanTheService() {
        WantedTime time = at("2026-11-20T10:50");
        time.setPart(PartOfDay.MORNING);
        assertThat(time.to(180)).isEqualTo("2026-11-20T05:50:00Z");
    }
}
