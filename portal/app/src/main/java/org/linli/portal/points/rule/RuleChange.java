package org.linli.portal.points.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.linli.portal.points.NominationKind;
import org.linli.portal.points.rule.RuleBook.ItemRule;

/**
 * What one edition says otherwise than the one before.
 *
 * @param what is said
 * @param subject id of the item, letter of the grade or kind of nomination; empty where there is only one
 * @param before percent or hundredths of a point; null when the order's own rate held
 * @param after the same, now
 */
public record RuleChange(
        What what,
        String subject,
        @Nullable Long before,
        @Nullable Long after) {
    /** What a rule speaks of. */
    public enum What {
        RATE,
        DIFFICULTY,
        WEIGHT,
        MINIMUM_SHARE,
        DAY_CAP,
        MONTH_CAP,
        BONUS;

        /** Whether it is counted in hundredths of a point and not in percent. */
        public boolean isAmount() {
            return this == RATE || this == DAY_CAP || this == MONTH_CAP || this == BONUS;
        }
    }

    /** All that differs. */
    public static List<RuleChange> between(RuleBook before, RuleBook after) {
        List<RuleChange> changes = new ArrayList<>();
        TreeSet<Long> items = new TreeSet<>(before.items().keySet());
        items.addAll(after.items().keySet());
        for (long id : items) {
            ItemRule old = before.item(id);
            ItemRule now = after.item(id);
            add(changes, new RuleChange(What.RATE, Long.toString(id), old.rate(), now.rate()));
            add(changes, change(What.DIFFICULTY, Long.toString(id), old.difficulty(), now.difficulty()));
        }
        for (Grade grade : Grade.values()) {
            add(changes, change(What.WEIGHT, grade.name(), before.weight(grade), after.weight(grade)));
        }
        add(changes, change(What.MINIMUM_SHARE, "", before.minimumShare(), after.minimumShare()));
        add(changes, change(What.DAY_CAP, "", before.caps().day(), after.caps().day()));
        add(
                changes,
                change(What.MONTH_CAP, "", before.caps().month(), after.caps().month()));
        for (NominationKind kind : NominationKind.values()) {
            add(changes, change(What.BONUS, kind.name(), before.bonus(kind), after.bonus(kind)));
        }
        return changes;
    }

    private static RuleChange change(What what, String subject, long before, long after) {
        return new RuleChange(what, subject, before, after);
    }

    private static void add(List<RuleChange> changes, RuleChange change) {
        boolean same = change.before() == null
                ? change.after() == null
                : change.before().equals(change.after());
        if (!same) {
            changes.add(change);
        }
    }
}
