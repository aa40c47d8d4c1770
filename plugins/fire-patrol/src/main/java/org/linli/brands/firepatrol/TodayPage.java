package org.linli.brands.firepatrol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.linli.plugin.Context;
import org.linli.plugin.Route;
import org.linli.plugin.page.Page;
import org.linli.plugin.page.Widget;
import org.linli.plugin.page.Widget.Tone;
import org.pf4j.Extension;

/** What a member has to walk today and in the days to come. */
@Extension
public class TodayPage implements Route {
    private static final int DAYS = 8;

    @Override
    public Response handle(Context context, Request request) {
        if (!request.path().isEmpty() || request.isPost()) {
            return new Response.NotFound();
        }
        Times times = new Times(context);
        String me = Roles.actor(context).personId();
        Instant from = times.startOf(times.today());
        Instant tomorrow = times.startOf(times.today().plusDays(1));
        // by the day and not by the end: who is late must find her round again
        List<Round> mine =
                context
                        .activities()
                        .between(Round.KIND, from, times.startOf(times.today().plusDays(DAYS)), 200)
                        .stream()
                        .filter(a ->
                                a.people().stream().anyMatch(p -> p.personId().equals(me)))
                        .filter(a -> !a.status().equals("CANCELLED"))
                        .flatMap(a -> Round.of(context, a).stream())
                        .sorted(Comparator.comparing(r -> r.activity().startsAt()))
                        .toList();
        List<Widget.Cards.Card> today = new ArrayList<>();
        List<Widget.Cards.Card> later = new ArrayList<>();
        for (Round round : mine) {
            boolean isToday = round.activity().startsAt().isBefore(tomorrow);
            (isToday ? today : later).add(card(context, round, isToday));
        }
        return new Response.Show(new Page(
                context.text("page.today"),
                context.text("today.subtitle"),
                "",
                List.of(
                        new Widget.Cards(today, context.text("today.none")),
                        new Widget.Heading(context.text("today.later")),
                        new Widget.Cards(later, context.text("today.later.none")),
                        new Widget.Links(List.of(
                                new Widget.Links.Link(context.text("page.report"), "report", "alert"),
                                new Widget.Links.Link(context.text("page.hazards"), "hazards", "list"))))));
    }

    private static Widget.Cards.Card card(Context context, Round round, boolean today) {
        boolean open = round.isOpen();
        String progress = context.text(
                "round.progress",
                Long.toString(round.done()),
                Integer.toString(round.route().checkpoints().size()));
        return new Widget.Cards.Card(
                round.activity().title(),
                context.text(
                        "round.when", new Times(context).full(round.activity().startsAt()), round.names()),
                open ? progress : context.text("round.finished"),
                open ? (today ? Tone.PRIMARY : Tone.PLAIN) : Tone.SUCCESS,
                "round/" + round.activity().id());
    }
}
