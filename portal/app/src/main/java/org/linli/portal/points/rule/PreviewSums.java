package org.linli.portal.points.rule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.linli.portal.points.rule.Preview.Person;
import org.linli.portal.points.rule.RuleArithmetic.Earned;
import org.linli.portal.points.rule.RuleArithmetic.Result;

/** Adds up a preview, one record after the other and all of one person in a row; keeps no more than what is shown. */
final class PreviewSums {
    private static final int TOP = 10;
    private static final int MOST_PEOPLE = 500;
    private static final int MOST_NOTHING = 50;

    private final Side current;
    private final Side draft;
    private final Best winners = new Best(TOP, Comparator.comparingLong(Person::change));
    private final Best losers =
            new Best(TOP, Comparator.comparingLong(Person::change).reversed());
    private final Best people = new Best(MOST_PEOPLE, Comparator.comparingLong(Person::draft));
    private final List<Preview.Service> nothing = new ArrayList<>();
    private @Nullable Counted last;
    private long services;
    private long records;
    private long persons;
    private long paid;

    PreviewSums(RuleBook current, RuleBook draft) {
        this.current = new Side(current);
        this.draft = new Side(draft);
    }

    /**
     * A record to be counted.
     *
     * @param paid what it really earned
     */
    record Counted(
            long recordId,
            long personId,
            String personName,
            LocalDate servedOn,
            RuleArithmetic.Service service,
            long paid,
            String itemName,
            String itemNameEn) {}

    void add(Counted one) {
        if (last != null && last.personId() != one.personId()) {
            endPerson(last);
        }
        last = one;
        records++;
        services++;
        paid += one.paid();
        Result now = current.earn(one);
        Result then = draft.earn(one);
        if (now.amount() > 0 && then.amount() == 0 && nothing.size() < MOST_NOTHING) {
            nothing.add(new Preview.Service(
                    one.recordId(),
                    one.personName(),
                    one.servedOn(),
                    one.itemName(),
                    one.itemNameEn(),
                    one.service().minutes(),
                    now.amount(),
                    then.limit()));
        }
    }

    private void endPerson(Counted one) {
        persons++;
        Person person = new Person(one.personId(), one.personName(), services, current.endPerson(), draft.endPerson());
        services = 0;
        people.add(person);
        if (person.change() > 0) {
            winners.add(person);
        } else if (person.change() < 0) {
            losers.add(person);
        }
    }

    Preview result(LocalDate from, LocalDate to, int edition) {
        if (last != null) {
            endPerson(last);
            last = null;
        }
        Preview.Totals totals =
                new Preview.Totals(records, persons, paid, current.total, draft.total, current.nothing, draft.nothing);
        return new Preview(from, to, edition, totals, winners.sorted(), losers.sorted(), people.sorted(), nothing);
    }

    /** What one rule gives; caps look at days and months of the present person. */
    private static final class Side {
        private final RuleBook book;
        private final Map<LocalDate, Long> days = new HashMap<>();
        private final Map<YearMonth, Long> months = new HashMap<>();
        private long person;
        private long total;
        private long nothing;

        private Side(RuleBook book) {
            this.book = book;
        }

        private Result earn(Counted one) {
            LocalDate day = one.servedOn();
            YearMonth month = YearMonth.from(day);
            Earned before = new Earned(days.getOrDefault(day, 0L), months.getOrDefault(month, 0L));
            Result result = RuleArithmetic.earn(book, one.service(), before);
            days.merge(day, result.amount(), Long::sum);
            months.merge(month, result.amount(), Long::sum);
            person += result.amount();
            total += result.amount();
            nothing += result.amount() == 0 ? 1 : 0;
            return result;
        }

        private long endPerson() {
            long earned = person;
            person = 0;
            days.clear();
            months.clear();
            return earned;
        }
    }

    /** The first few of an order, whatever comes. */
    private static final class Best {
        private final int most;
        private final Comparator<Person> order;
        private final PriorityQueue<Person> kept;

        private Best(int most, Comparator<Person> order) {
            this.most = most;
            this.order = order;
            this.kept = new PriorityQueue<>(order);
        }

        private void add(Person person) {
            kept.add(person);
            if (kept.size() > most) {
                kept.poll();
            }
        }

        private List<Person> sorted() {
            return kept.stream().sorted(order.reversed()).toList();
        }
    }
}
