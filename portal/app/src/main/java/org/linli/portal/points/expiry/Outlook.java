package org.linli.portal.points.expiry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.linli.portal.points.expiry.ExpiryBook.Income;

/**
 * When which points of a member will expire if nothing comes and nothing goes: the next few days.
 *
 * @param terms what the community decided
 * @param coming the nearest first
 */
public record Outlook(ExpiryTerms terms, List<Coming> coming) {
    private static final int SHOWN = 3;

    public Outlook {
        coming = List.copyOf(coming);
    }

    /**
     * Points that will expire.
     *
     * @param on the day
     * @param amount hundredths of a point
     * @param announced whether the member was told
     */
    public record Coming(LocalDate on, long amount, boolean announced) {}

    /** Made of what came in, of what is announced, and of what may be spent today. */
    static Outlook of(ExpiryTerms terms, List<Income> incomes, List<Announcement> announced, Holding today) {
        List<Coming> coming = new ArrayList<>();
        LocalDate after = today.day();
        long counted = 0;
        for (Announcement one : announced) {
            coming.add(new Coming(one.expiresOn(), one.amount(), true));
            counted += one.amount();
            after = one.dueOn().isAfter(after) ? one.dueOn() : after;
        }
        int dates = terms.kind() == ExpiryTerms.Kind.MONTHS ? terms.months() + 1 : 1;
        for (int i = 0; i < dates && coming.size() < SHOWN; i++) {
            LocalDate due = terms.dueAfter(after).orElse(null);
            if (due == null) {
                break;
            }
            long amount = Expirable.amount(before(incomes, terms, due), all(incomes), today.available()) - counted;
            if (amount > 0) {
                coming.add(new Coming(due, amount, false));
                counted += amount;
            }
            after = due;
        }
        return new Outlook(terms, coming);
    }

    /**
     * What a member may spend on a day.
     *
     * @param available hundredths of a point
     */
    record Holding(LocalDate day, long available) {}

    private static long before(List<Income> incomes, ExpiryTerms terms, LocalDate due) {
        return incomes.stream()
                .filter(income -> income.at().isBefore(terms.cutoff(due)))
                .mapToLong(Income::amount)
                .sum();
    }

    private static long all(List<Income> incomes) {
        return incomes.stream().mapToLong(Income::amount).sum();
    }
}
