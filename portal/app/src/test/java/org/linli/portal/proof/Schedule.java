package org.linli.portal.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.linli.portal.platform.persistence.Race;

/** Many threads that do whatever moves points, at random, in three communities, while two nodes seal the journals. */
final class Schedule {
    private static final int SEALERS = 2;

    private final Town town;
    private final Acknowledged acknowledged = new Acknowledged();
    private final List<Step> steps = new ArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();

    /** One kind of deed. */
    private interface Step {
        void take(Random random, long community);
    }

    /** Thrown to have a transaction rolled back. */
    static final class Undone extends RuntimeException {}

    Schedule(Town town) {
        this.town = town;
        Deeds deeds = new Deeds(town, acknowledged);
        Trades trades = new Trades(town, acknowledged);
        often(4, deeds::award);
        often(3, deeds::awardByKey);
        often(1, deeds::undoneAward);
        often(2, deeds::reverse);
        often(4, deeds::service);
        often(2, deeds::backEntry);
        often(2, deeds::release);
        often(2, deeds::correct);
        often(3, trades::hold);
        often(3, trades::settle);
        often(6, trades::redeem);
        often(1, trades::undoneRedemption);
        often(4, trades::end);
        often(2, trades::deliver);
        often(3, trades::donate);
        often(2, trades::grant);
        often(1, trades::announce);
        often(2, trades::expire);
    }

    private void often(int times, Step step) {
        for (int i = 0; i < times; i++) {
            steps.add(step);
        }
    }

    /** Runs it; what any thread met that is no refusal is given. */
    List<String> run(long seed, int threads, int each) {
        AtomicInteger atWork = new AtomicInteger(threads);
        List<Throwable> outcome = Race.of(threads + SEALERS, runner -> {
            Random random = new Random(seed * 31 + runner);
            if (runner < threads) {
                try {
                    for (int i = 0; i < each; i++) {
                        one(random);
                    }
                } finally {
                    atWork.decrementAndGet();
                }
            } else {
                while (atWork.get() > 0) {
                    town.notary.seal(community(random), random.nextInt(3) == 0);
                }
            }
        });
        return outcome.stream()
                .filter(failure -> failure != null)
                .map(failure -> "failed: " + failure + at(failure))
                .distinct()
                .toList();
    }

    private void one(Random random) {
        Step step = steps.get(random.nextInt(steps.size()));
        try {
            step.take(random, community(random));
        } catch (RuntimeException e) { // a refusal may be wrapped; all else ends the test
            if (!Deeds.isRefusal(e)) {
                throw e;
            }
            refused.incrementAndGet();
        }
    }

    private static long community(Random random) {
        return Town.COMMUNITIES.get(random.nextInt(Town.COMMUNITIES.size()));
    }

    /** All that is wrong now, at rest. */
    List<String> wrong() {
        return town.wrong(acknowledged);
    }

    int acknowledged() {
        return acknowledged.size();
    }

    int refused() {
        return refused.get();
    }

    /** Does what ends in {@link Undone}. */
    static void undone(Callable<?> work) {
        try {
            work.call();
        } catch (Undone expected) {
            // rolled back
        } catch (RuntimeException e) { // unchecked ones pass as they are
            throw e;
        } catch (Exception e) { // Callable declares no less
            throw new IllegalStateException(e);
        }
    }

    private static String at(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        StringBuilder text = new StringBuilder();
        for (StackTraceElement element : trace) {
            if (element.getClassName().startsWith("org.linli") && text.length() < 400) {
                text.append(" < ").append(element);
            }
        }
        return text.toString();
    }
}
