package org.linli.brands.firepatrol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.OrderView;
import org.linli.plugin.Route;
import org.linli.plugin.effect.Effect;
import org.linli.plugin.page.Page;
import org.linli.plugin.page.Widget;
import org.linli.plugin.page.Widget.Field.Kind;
import org.linli.plugin.page.Widget.Tone;
import org.pf4j.Extension;

/** Open hazards by grid ({@code hazards}, {@code hazards/grid/<unit>}) and one of them ({@code hazards/<order>}). */
@Extension
public class HazardsPage implements Route {
    @Override
    public Response handle(Context context, Request request) {
        String path = request.path();
        if (path.isEmpty() || path.startsWith("grid/")) {
            return request.isPost()
                    ? new Response.NotFound()
                    : new Response.Show(overview(context, path.isEmpty() ? "" : path.substring(5)));
        }
        Optional<Hazard> hazard = context.orders()
                .find(path)
                .filter(order -> order.type().equals(Hazard.TYPE))
                .map(Hazard::new);
        if (hazard.isEmpty()) {
            return new Response.NotFound();
        }
        return request.isPost()
                ? dismiss(context, hazard.get(), request.body())
                : new Response.Show(detail(context, hazard.get()));
    }

    private static Page overview(Context context, String grid) {
        Grids grids = new Grids(context);
        Instant now = context.now();
        List<Hazard> open = Hazard.open(context).stream()
                .filter(h -> grid.isEmpty()
                        || grids.of(h.order().unitId()).filter(grid::equals).isPresent())
                .sorted(Comparator.comparing((Hazard h) -> !h.isOverdue(now))
                        .thenComparing(h -> h.order().placedAt()))
                .toList();
        List<Widget> widgets = new ArrayList<>();
        if (grid.isEmpty()) {
            widgets.add(numbers(context, open));
            widgets.add(map(context, grids, open));
        }
        widgets.add(new Widget.Heading(
                grid.isEmpty() ? context.text("hazards.open") : context.text("hazards.in", grids.name(grid))));
        widgets.add(HazardTable.of(context, open));
        widgets.add(links(context));
        String subtitle = grid.isEmpty() ? context.text("hazards.subtitle") : grids.name(grid);
        return new Page(context.text("page.hazards"), subtitle, grid.isEmpty() ? "" : "hazards", widgets);
    }

    private static Widget links(Context context) {
        Widget.Links.Link report = new Widget.Links.Link(context.text("page.report"), "report", "alert");
        return new Widget.Links(
                Roles.coordinates(context)
                        ? List.of(report, new Widget.Links.Link(context.text("page.summary"), "summary", "chart"))
                        : List.of(report));
    }

    private static Widget numbers(Context context, List<Hazard> open) {
        long overdue = open.stream().filter(h -> h.isOverdue(context.now())).count();
        long waiting = open.stream().filter(Hazard::waitsForRecheck).count();
        MonthNumbers month = MonthNumbers.of(context, new Times(context).month());
        return new Widget.Stats(List.of(
                new Widget.Stats.Stat(context.text("stat.open"), Integer.toString(open.size()), Tone.WARNING, ""),
                new Widget.Stats.Stat(
                        context.text("stat.overdue"),
                        Long.toString(overdue),
                        overdue == 0 ? Tone.SUCCESS : Tone.DANGER,
                        ""),
                new Widget.Stats.Stat(context.text("stat.recheck"), Long.toString(waiting), Tone.PRIMARY, ""),
                new Widget.Stats.Stat(context.text("stat.gone"), Long.toString(month.gone()), Tone.SUCCESS, "")));
    }

    private static Widget map(Context context, Grids grids, List<Hazard> open) {
        Map<String, Long> values = new LinkedHashMap<>();
        open.forEach(h -> grids.of(h.order().unitId()).ifPresent(grid -> values.merge(grid, 1L, Long::sum)));
        return new Widget.UnitMap(context.text("hazards.map"), values, "hazards/grid/");
    }

    private static Page detail(Context context, Hazard hazard) {
        OrderView order = hazard.order();
        Times times = new Times(context);
        List<Widget> widgets = new ArrayList<>();
        widgets.add(new Widget.Text(hazard.state(context), hazard.tone(context.now())));
        Instant due = order.dueAt();
        widgets.add(new Widget.Facts(List.of(
                new Widget.Facts.Fact(context.text("hazard.number"), order.number()),
                new Widget.Facts.Fact(context.text("hazard.place"), hazard.place()),
                new Widget.Facts.Fact(context.text("hazard.item"), hazard.item()),
                new Widget.Facts.Fact(context.text("hazard.grid"), new Grids(context).name(order.unitId())),
                new Widget.Facts.Fact(context.text("hazard.finder"), finder(context, order)),
                new Widget.Facts.Fact(context.text("hazard.due"), due == null ? "–" : times.full(due)))));
        if (!hazard.photos().isEmpty()) {
            widgets.add(
                    new Widget.Photos(hazard.photos(), context.text("hazard.photo", hazard.place(), hazard.item())));
        }
        widgets.add(new Widget.Heading(context.text("hazard.history")));
        List<Data> looks = looks(context, order.id());
        widgets.add(timeline(context, hazard, looks));
        List<String> seen =
                looks.stream().flatMap(l -> l.texts("photos").stream()).toList();
        if (!seen.isEmpty()) {
            widgets.add(new Widget.Photos(seen, context.text("recheck.photo", hazard.place())));
        }
        String word = context.text(hazard.waitsForRecheck() ? "hazard.order.recheck" : "hazard.order");
        widgets.add(new Widget.Cards(
                List.of(new Widget.Cards.Card(
                        word, context.text("hazard.order.text"), "", Tone.PRIMARY, "order:" + order.id())),
                word));
        if (order.open() && Roles.coordinates(context)) {
            widgets.add(new Widget.Heading(context.text("hazard.dismiss")));
            widgets.add(dismissForm(context));
        }
        return new Page(hazard.place(), hazard.item(), "hazards", widgets);
    }

    private static Widget dismissForm(Context context) {
        return new Widget.Form(
                context.text("hazard.dismiss.submit"),
                true,
                Map.of(),
                List.of(new Fields(context).required("reason", Kind.TEXT, null)));
    }

    private static String finder(Context context, OrderView order) {
        List<String> finders = order.participants().getOrDefault("finder", List.of());
        return finders.stream()
                .findFirst()
                .flatMap(id -> context.members().find(id))
                .map(Context.Member::name)
                .orElse(context.text("hazard.finder.resident"));
    }

    private static List<Data> looks(Context context, String orderId) {
        return context.records().by(Recheck.KIND, "order", orderId, 0, 50).stream()
                .map(Context.Record::data)
                .sorted(Comparator.comparing(d -> d.text("at")))
                .toList();
    }

    private static Widget timeline(Context context, Hazard hazard, List<Data> looks) {
        List<Widget.Timeline.Event> events = new ArrayList<>();
        events.add(new Widget.Timeline.Event(
                hazard.order().placedAt(),
                context.text("hazard.found"),
                hazard.order().description(),
                Tone.WARNING));
        for (Data look : looks) {
            boolean passed = look.flag("passed");
            events.add(new Widget.Timeline.Event(
                    Instant.parse(look.text("at")),
                    context.text(passed ? "recheck.passed" : "recheck.failed", look.text("by"), look.text("note"))
                            .strip(),
                    "",
                    passed ? Tone.SUCCESS : Tone.DANGER));
        }
        return new Widget.Timeline(events);
    }

    private static Response dismiss(Context context, Hazard hazard, Data body) {
        if (!Roles.coordinates(context) || !hazard.order().open()) {
            return new Response.NotFound();
        }
        if (body.text("reason").isBlank()) {
            return new Response.Refused(
                    List.of(new Fields(context).wrong("reason", "problem.reason")), detail(context, hazard));
        }
        return new Response.Done(
                context.text("hazard.dismissed"),
                "hazards",
                List.of(new Effect.CancelOrder(hazard.order().id(), Fields.words(body, "reason", Fields.MAX_REASON))));
    }
}
