package org.linli.portal.platform.amount;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount of points, kept as a whole number of hundredths: 12.5 points are 1250. Never a floating-point number.
 *
 * @param hundredths may be negative (a debit)
 */
public record Points(long hundredths) implements Comparable<Points> {
    /** No points. */
    public static final Points ZERO = new Points(0);

    private static final int SCALE = 100;

    /** More than a billion points is a mistake, and stays far from the end of 64 bits. */
    private static final Pattern DECIMAL = Pattern.compile("(-?)(\\d{1,9})(?:\\.(\\d{1,2}))?");

    /** That many hundredths of a point. */
    public static Points of(long hundredths) {
        return hundredths == 0 ? ZERO : new Points(hundredths);
    }

    /**
     * Reads a decimal such as {@code 12}, {@code 12.5} or {@code -0.05}.
     *
     * @return empty when it is no number, has more than two decimals or more than nine digits before the point
     */
    public static Optional<Points> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher decimal = DECIMAL.matcher(text.strip());
        if (!decimal.matches()) {
            return Optional.empty();
        }
        String fraction = decimal.group(3) == null ? "00" : (decimal.group(3) + "0").substring(0, 2);
        long hundredths = Long.parseLong(decimal.group(2)) * SCALE + Long.parseLong(fraction);
        return Optional.of(of(decimal.group(1).isEmpty() ? hundredths : -hundredths));
    }

    /** The shortest exact decimal: {@code 12.5}, {@code 12}, {@code -0.05}. */
    public String format() {
        long whole = Math.abs(hundredths) / SCALE;
        long rest = Math.abs(hundredths) % SCALE;
        String fraction = rest == 0 ? "" : rest % 10 == 0 ? "." + rest / 10 : "." + (rest < 10 ? "0" : "") + rest;
        return (hundredths < 0 ? "-" : "") + whole + fraction;
    }

    /** The decimal of that many hundredths. */
    public static String format(long hundredths) {
        return of(hundredths).format();
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(hundredths, other.hundredths);
    }

    @Override
    public String toString() {
        return format();
    }
}
