package org.linli.portal.points.rule;

import org.linli.portal.points.rule.RuleBook.Caps;
import org.linli.portal.points.rule.RuleBook.ItemRule;

/**
 * What a rule gives for a service: rate × minutes ÷ 60 × difficulty × weight, exact, rounded half up once to the
 * hundredth, then capped. Payment and preview both count with it.
 */
public final class RuleArithmetic {
    private static final int MINUTES_PER_HOUR = 60;
    private static final int PERCENT = 100;
    private static final long DIVISOR = (long) MINUTES_PER_HOUR * PERCENT * PERCENT;

    private RuleArithmetic() {}

    /**
     * What the rule looks at.
     *
     * @param itemId the service item
     * @param orderRate hundredths of a point for an hour, of the time of the order, not negative
     * @param minutes confirmed whole minutes, not negative
     * @param plannedMinutes 0 when nobody said
     * @param grade of the evidence
     */
    public record Service(long itemId, long orderRate, int minutes, int plannedMinutes, Grade grade) {
        public Service {
            if (orderRate < 0 || minutes < 0 || plannedMinutes < 0) {
                throw new IllegalArgumentException("rate " + orderRate + ", minutes " + minutes);
            }
        }
    }

    /**
     * What the person's services have earned so far, hundredths of a point.
     *
     * @param day on the day on which the service ended
     * @param month in its calendar month, that day included
     */
    public record Earned(long day, long month) {
        /** Nothing yet. */
        public static final Earned NOTHING = new Earned(0, 0);
    }

    /** What kept the amount down. */
    public enum Limit {
        NONE,
        TOO_SHORT,
        DAY_CAP,
        MONTH_CAP
    }

    /**
     * What came out.
     *
     * @param rate that was used, hundredths of a point for an hour
     * @param ofRule whether the rule set that rate and not the order
     * @param difficulty percent
     * @param weight percent
     * @param full before caps, rounded
     * @param rounded whether the rounding changed it
     * @param amount that is earned
     * @param limit what kept it down
     */
    public record Result(
            long rate,
            boolean ofRule,
            int difficulty,
            int weight,
            long full,
            boolean rounded,
            long amount,
            Limit limit) {}

    /** What the service earns by that rule. */
    public static Result earn(RuleBook book, Service service, Earned before) {
        ItemRule item = book.item(service.itemId());
        boolean ofRule = item.rate() != null;
        long rate = item.rate() == null ? service.orderRate() : item.rate();
        int weight = book.weight(service.grade());
        long exact = product(rate, service.minutes(), item.difficulty(), weight);
        long full = Math.addExact(exact, DIVISOR / 2) / DIVISOR;
        Limit limit = limit(book, service, before, full);
        long amount =
                switch (limit) {
                    case NONE -> full;
                    case TOO_SHORT -> 0;
                    case DAY_CAP -> room(book.caps().day(), before.day());
                    case MONTH_CAP -> room(book.caps().month(), before.month());
                };
        return new Result(rate, ofRule, item.difficulty(), weight, full, exact % DIVISOR != 0, amount, limit);
    }

    private static long product(long rate, int minutes, int difficulty, int weight) {
        return Math.multiplyExact(Math.multiplyExact(rate, minutes), (long) difficulty * weight);
    }

    private static Limit limit(RuleBook book, Service service, Earned before, long full) {
        boolean planned = service.plannedMinutes() > 0;
        if (planned && (long) service.minutes() * PERCENT < (long) service.plannedMinutes() * book.minimumShare()) {
            return Limit.TOO_SHORT;
        }
        Caps caps = book.caps();
        long ofDay = room(caps.day(), before.day());
        long ofMonth = room(caps.month(), before.month());
        if (full <= Math.min(ofDay, ofMonth)) {
            return Limit.NONE;
        }
        return ofDay <= ofMonth ? Limit.DAY_CAP : Limit.MONTH_CAP;
    }

    private static long room(long cap, long earned) {
        return cap == 0 ? Long.MAX_VALUE : Math.max(0, cap - earned);
    }
}
