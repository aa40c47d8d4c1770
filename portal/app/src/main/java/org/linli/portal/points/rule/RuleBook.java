package org.linli.portal.points.rule;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.points.NominationKind;

/**
 * What an edition of a community's rule says. A value: it is never changed.
 *
 * @param items what differs from the usual for single service items, by their id
 * @param weights percent for each grade of evidence; a grade that is missing counts in full
 * @param caps the most that services may earn
 * @param minimumShare percent of the planned time below which nothing is earned, 0 for no such bound
 * @param bonuses hundredths of a point for an approved nomination; a kind that is missing gives none
 */
public record RuleBook(
        Map<Long, ItemRule> items,
        Map<Grade, Integer> weights,
        Caps caps,
        int minimumShare,
        Map<NominationKind, Long> bonuses) {
    /** Counts in full. */
    public static final int FULL = 100;

    /** The portal's own rule: the order's rate times its time, nothing else. */
    public static final RuleBook BUILT_IN = new RuleBook(Map.of(), Map.of(), Caps.NONE, 0, Map.of());

    private static final long MAX_RATE = 100_000;
    private static final int MAX_DIFFICULTY = 500;
    private static final int MAX_WEIGHT = 200;
    private static final long MAX_CAP = 10_000_000;
    private static final long MAX_BONUS = 100_000;
    private static final int MAX_ITEMS = 500;

    public RuleBook {
        items = Collections.unmodifiableMap(new TreeMap<>(items));
        Map<Grade, Integer> all = new EnumMap<>(Grade.class);
        for (Grade grade : Grade.values()) {
            all.put(grade, weights.getOrDefault(grade, FULL));
        }
        weights = Collections.unmodifiableMap(all);
        Map<NominationKind, Long> each = new EnumMap<>(NominationKind.class);
        for (NominationKind kind : NominationKind.values()) {
            each.put(kind, bonuses.getOrDefault(kind, 0L));
        }
        bonuses = Collections.unmodifiableMap(each);
    }

    /**
     * What is said of one service item.
     *
     * @param rate hundredths of a point for an hour, null for the order's own
     * @param difficulty percent
     */
    public record ItemRule(@Nullable Long rate, int difficulty) {
        /** Nothing special. */
        public static final ItemRule USUAL = new ItemRule(null, FULL);

        boolean isUsual() {
            return rate == null && difficulty == FULL;
        }
    }

    /**
     * The most that one person's services may earn, in hundredths of a point.
     *
     * @param day in one day, 0 for no bound
     * @param month in one calendar month, 0 for no bound
     */
    public record Caps(long day, long month) {
        /** No bounds. */
        public static final Caps NONE = new Caps(0, 0);

        /** Whether there is any. */
        public boolean any() {
            return day > 0 || month > 0;
        }
    }

    /** Reads what {@link #toJson} wrote. */
    public static RuleBook ofJson(String json) {
        return RuleJson.read(json);
    }

    /** As it is kept; the same rule is always the same text. */
    public String toJson() {
        return RuleJson.write(this);
    }

    /** What is said of that item. */
    public ItemRule item(long itemId) {
        return items.getOrDefault(itemId, ItemRule.USUAL);
    }

    /** Percent. */
    public int weight(Grade grade) {
        return weights.getOrDefault(grade, FULL);
    }

    /** What an approved nomination of that kind gives, hundredths of a point, 0 for nothing. */
    public long bonus(NominationKind kind) {
        return bonuses.getOrDefault(kind, 0L);
    }

    /** Says all that is out of range, by the names of the REST fields. */
    public void check(Violations violations) {
        amount(violations, caps.day(), "dayCap", MAX_CAP);
        amount(violations, caps.month(), "monthCap", MAX_CAP);
        violations
                .check(caps.day() == 0 || caps.month() == 0 || caps.day() <= caps.month(), "dayCap", "points.rule-caps")
                .range(minimumShare, "minimumShare", 0, FULL)
                .check(items.size() <= MAX_ITEMS, "items", "platform.field-out-of-range", 0, MAX_ITEMS);
        weights.forEach((grade, percent) -> violations.range(percent, "weights." + grade, 0, MAX_WEIGHT));
        bonuses.forEach((kind, amount) -> amount(violations, amount, "bonuses." + kind, MAX_BONUS));
        items.forEach((id, item) -> {
            amount(violations, item.rate() == null ? 0 : item.rate(), "items." + id + ".rate", MAX_RATE);
            violations.range(item.difficulty(), "items." + id + ".difficulty", 1, MAX_DIFFICULTY);
        });
    }

    /** The bounds are said in points, as they are typed. */
    private static void amount(Violations violations, long hundredths, String field, long most) {
        violations.check(hundredths >= 0 && hundredths <= most, field, "points.rule-amount", Points.format(most));
    }
}
