package org.linli.portal.demo;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Seeded randomness. Each part of the data draws from a source of its own name, so that a change in one part leaves
 * the others as they were.
 */
final class Chance {
    private static final long SEED = 20_260_101;

    private final Random random;

    Chance(String name) {
        this.random = new Random(SEED * 31 + name.hashCode());
    }

    /** True with that probability. */
    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** From low to high, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** A duration of whole seconds between two numbers of minutes. */
    Duration minutes(int low, int high) {
        return Duration.ofSeconds(between(low * 60, high * 60));
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of the choices, each as likely as its weight says. */
    <T> T oneOf(List<T> choices, ToIntFunction<T> weight) {
        int[] weights = choices.stream().mapToInt(weight).toArray();
        int left = random.nextInt(IntStream.of(weights).sum());
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return choices.get(i);
            }
        }
        throw new IllegalStateException("no choice has a weight");
    }

    /** So many decimal digits. */
    String digits(int count) {
        return letters("0123456789", count);
    }

    String letters(String alphabet, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
