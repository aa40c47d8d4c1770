package org.linli.portal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.portal.community.OrgUnitView.Position;
import org.linli.portal.dispatch.Candidate.Answer;
import org.linli.portal.dispatch.Candidate.Hours;

class RankingTest {
    private static final Ranking RANKING = new Ranking(Weights.USUAL);

    /** Friday 20 November 2026, 9 to 11 in Shanghai. */
    private static final Need NEED = new Need(
            1,
            10,
            99,
            "1/a/b/",
            new Position(1000, 1000),
            Set.of("medical"),
            Instant.parse("2026-11-20T01:00:00Z"),
            Instant.parse("2026-11-20T03:00:00Z"));

    /** Each concern alone: distance, hours, open jobs and recent minutes give these points and this reason. */
    @ParameterizedTest
    @CsvSource({
        "    0, FREE,   0,    0, 100, metres",
        " 1000, FREE,   0,    0,  83, metres",
        " 1999, FREE,   0,    0,  65, far",
        " 5000, FREE,   0,    0,  65, far",
        "    0, HALF,   0,    0,  90, partly-free",
        "    0, NEVER,  0,    0,  75, not-free",
        "    0, SILENT, 0,    0,  83, hours-unknown",
        "    0, FREE,   1,    0,  95, jobs",
        "    0, FREE,   3,    0,  85, many-jobs",
        "    0, FREE,   9,    0,  85, many-jobs",
        "    0, FREE,   0,  600,  88, served-usual",
        "    0, FREE,   0, 1200,  75, served-usual",
        "    0, FREE,   0, 9999,  75, served-usual",
    })
    void each_concern_counts_by_its_weight(int metres, String hours, int jobs, int minutes, int score, String reason) {
        Ranked ranked = rank(candidate(5, metres, hours, jobs, minutes)).get(0);
        assertThat(ranked.eligible()).isTrue();
        assertThat(ranked.score()).isEqualTo(score);
        assertThat(ranked.reasons()).extracting(Reason::code).contains(reason);
        assertThat(ranked.reasons().stream().mapToInt(Reason::score).sum()).isEqualTo(score);
    }

    @Test
    void whoever_lacks_a_required_skill_comes_last_and_may_not_be_asked() {
        Candidate unskilled = new Candidate(
                1, "甲", "V1", "家", "1/a/b/", new Position(1000, 1000), Set.of(), List.of(), 0, 0, Answer.NONE);
        List<Ranked> ranked = rank(unskilled, candidate(2, 9000, "NEVER", 9, 9999));
        assertThat(ranked).extracting(r -> r.candidate().volunteerId()).containsExactly(2L, 1L);
        assertThat(ranked.get(1).eligible()).isFalse();
        assertThat(ranked.get(1).reasons()).extracting(Reason::code).containsExactly("skill-missing");
        assertThat(ranked.get(1).reasons()).allMatch(Reason::against);
    }

    @Test
    void whoever_is_to_be_served_is_no_candidate() {
        assertThat(rank(candidate(99, 0, "FREE", 0, 0))).isEmpty();
    }

    @Test
    void whoever_waits_with_an_offer_is_not_asked_twice_and_whoever_refused_is_asked_later() {
        List<Ranked> ranked = rank(answered(1, Answer.ASKED), answered(2, Answer.REFUSED), answered(3, Answer.NONE));
        assertThat(ranked).extracting(r -> r.candidate().volunteerId()).containsExactly(3L, 2L, 1L);
        assertThat(ranked.get(1).reasons()).extracting(Reason::code).contains("refused-before");
        assertThat(ranked.get(2).eligible()).isFalse();
    }

    @Test
    void of_two_equally_near_the_one_who_served_less_is_first_and_it_says_by_how_much() {
        List<Ranked> ranked = rank(candidate(1, 500, "FREE", 0, 480), candidate(2, 500, "FREE", 0, 120));
        assertThat(ranked.get(0).candidate().volunteerId()).isEqualTo(2);
        assertThat(ranked.get(0).reasons())
                .filteredOn(r -> r.code().equals("served-less"))
                .singleElement()
                .extracting(Reason::arguments)
                .isEqualTo(List.of(3));
    }

    @Test
    void the_order_does_not_depend_on_the_order_of_the_facts() {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 1; i <= 50; i++) {
            candidates.add(candidate(i, (i % 7) * 300, i % 2 == 0 ? "FREE" : "SILENT", i % 3, (i % 5) * 60));
        }
        List<Ranked> first = RANKING.rank(NEED, candidates);
        Collections.shuffle(candidates, new Random(7));
        assertThat(RANKING.rank(NEED, candidates)).isEqualTo(first);
    }

    @Test
    void a_window_over_midnight_counts_the_hours_of_both_days() {
        Need night = new Need(
                1,
                10,
                99,
                "x/",
                null,
                Set.of(),
                Instant.parse("2026-11-20T14:00:00Z"), // Friday 22:00
                Instant.parse("2026-11-20T18:00:00Z")); // Saturday 02:00
        Candidate owl = new Candidate(
                1,
                "夜",
                "V1",
                "家",
                "y/",
                null,
                Set.of(),
                List.of(new Hours(5, 1200, 1440), new Hours(6, 0, 180)),
                0,
                0,
                Answer.NONE);
        assertThat(RANKING.rank(night, List.of(owl)).get(0).reasons())
                .extracting(Reason::code)
                .contains("free", "distance-unknown");
    }

    private static List<Ranked> rank(Candidate... candidates) {
        return RANKING.rank(NEED, List.of(candidates));
    }

    private static Candidate answered(long id, Answer answer) {
        return new Candidate(
                id,
                "人" + id,
                "V" + id,
                "家",
                "1/a/c/",
                new Position(1000, 1000),
                Set.of("medical"),
                List.of(),
                0,
                0,
                answer);
    }

    private static Candidate candidate(long id, int metres, String hours, int jobs, int minutes) {
        List<Hours> weekly =
                switch (hours) {
                    case "FREE" -> List.of(new Hours(5, 480, 720));
                    case "HALF" -> List.of(new Hours(5, 600, 720));
                    case "NEVER" -> List.of(new Hours(1, 0, 1440));
                    default -> List.of();
                };
        return new Candidate(
                id,
                "人" + id,
                "V" + id,
                "家",
                "1/a/c/",
                new Position(1000 + metres, 1000),
                Set.of("medical"),
                weekly,
                jobs,
                minutes,
                Answer.NONE);
    }
}
