package org.linli.brands.firepatrol;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.linli.plugin.ActivityView;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;
import org.linli.plugin.Route;
import org.pf4j.Extension;

/** {@code GET rounds?from=yyyy-MM-dd&to=yyyy-MM-dd}: rounds of at most 93 days, from today for a week unless said otherwise. */
@Extension
public class RoundsApi implements Route {
    private static final Duration LONGEST = Duration.ofDays(93);

    @Override
    public Response handle(Context context, Request request) {
        if (!request.path().isEmpty() || request.isPost()) {
            return new Response.NotFound();
        }
        Times times = new Times(context);
        try {
            LocalDate first = day(request.query().text("from"), times.today());
            LocalDate last = day(request.query().text("to"), first.plusDays(6));
            Instant from = times.startOf(first);
            Instant to = times.startOf(last.plusDays(1));
            if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
                return refused(context, "to");
            }
            List<Data> rounds = context.activities().between(Round.KIND, from, to, 500).stream()
                    .map(RoundsApi::round)
                    .toList();
            return new Response.Json(Data.of("rounds", rounds));
        } catch (DateTimeException e) {
            return refused(context, "from");
        }
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        return text.isBlank() ? otherwise : LocalDate.parse(text);
    }

    private static Response refused(Context context, String field) {
        return new Response.Refused(List.of(new Problem(field, context.text("problem.span"))), null);
    }

    private static Data round(ActivityView round) {
        return Data.of(
                "activityId", round.id(),
                "route", round.data().text("route"),
                "title", round.title(),
                "unitId", round.unitId(),
                "startsAt", round.startsAt().toString(),
                "status", round.status(),
                "people",
                        round.people().stream()
                                .map(ActivityView.Person::personId)
                                .toList(),
                "failed", round.data().number("failed"));
    }
}
