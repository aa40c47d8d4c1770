package org.linli.brands.firepatrol;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.linli.plugin.Context;
import org.linli.plugin.Context.Activities.Tally;
import org.linli.plugin.Data;

/**
 * What was done in a month.
 *
 * @param month in the portal's time zone
 * @param rounds finished
 * @param publicity sessions held
 * @param heads people reached by them
 * @param found hazards placed
 * @param gone of those found, how many are closed by now
 * @param rechecks looks at what was removed
 */
record MonthNumbers(YearMonth month, long rounds, long publicity, long heads, long found, long gone, long rechecks) {
    static MonthNumbers of(Context context, YearMonth month) {
        Times times = new Times(context);
        Instant from = times.startOf(month);
        Instant to = times.startOf(month.plusMonths(1));
        Tally rounds = between(context, Round.KIND, from, to);
        Tally publicity = between(context, PublicityPage.KIND, from, to);
        List<Hazard> found = Hazard.latest(context).stream()
                .filter(h -> !h.order().placedAt().isBefore(from)
                        && h.order().placedAt().isBefore(to))
                .toList();
        return new MonthNumbers(
                month,
                rounds.activities(),
                publicity.activities(),
                publicity.heads(),
                context.orders().count(Hazard.TYPE, from) - context.orders().count(Hazard.TYPE, to),
                found.stream().filter(h -> h.order().status().equals("CLOSED")).count(),
                context.records().count(Recheck.KIND, "month", month.toString()));
    }

    private static Tally between(Context context, String kind, Instant from, Instant to) {
        Tally since = context.activities().finished(kind, from);
        Tally after = context.activities().finished(kind, to);
        return new Tally(since.activities() - after.activities(), since.heads() - after.heads());
    }

    Data data() {
        return Data.of(
                "month", month.toString(),
                "rounds", rounds,
                "publicity", publicity,
                "heads", heads,
                "found", found,
                "gone", gone,
                "rechecks", rechecks);
    }

    List<String> cells() {
        return List.of(
                month.toString(),
                Long.toString(rounds),
                Long.toString(publicity),
                Long.toString(heads),
                Long.toString(found),
                Long.toString(gone),
                Long.toString(rechecks));
    }

    static List<String> heads(Context context) {
        return List.of(
                context.text("month.month"),
                context.text("month.rounds"),
                context.text("month.publicity"),
                context.text("month.heads"),
                context.text("month.found"),
                context.text("month.gone"),
                context.text("month.rechecks"));
    }
}
