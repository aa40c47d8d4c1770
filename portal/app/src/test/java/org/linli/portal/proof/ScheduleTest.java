package org.linli.portal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * Invariants 1 to 4 and 6 after random schedules of everything that moves points or minutes. Every run prints its seed;
 * {@code -Dlinli.seed=…} runs that one again (the threads' choices are the same, their timing is not).
 */
class ScheduleTest {
    private static final int THREADS = 16;

    @Test
    void whatever_many_do_at_once_the_books_the_minutes_and_the_journal_agree_with_what_was_acknowledged() {
        boolean drill = Boolean.getBoolean("linli.drill");
        Long given = Long.getLong("linli.seed");
        int runs = given != null || !drill ? 1 : Integer.getInteger("linli.runs", 20);
        Schedule schedule = new Schedule(new Town(Fault.NONE));
        for (int run = 0; run < runs; run++) {
            long seed = given != null ? given : ThreadLocalRandom.current().nextLong(1_000_000_000);
            System.out.println("schedule with -Dlinli.seed=" + seed);
            List<String> wrong = new ArrayList<>(schedule.run(seed, THREADS, drill ? 150 : 40));
            wrong.addAll(schedule.wrong());
            System.out.println("seed " + seed + ": " + schedule.acknowledged() + " facts acknowledged so far, "
                    + schedule.refused() + " refused, " + wrong.size() + " breaches");
            assertThat(wrong).as("seed " + seed).isEmpty();
        }
    }
}
