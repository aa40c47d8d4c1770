package org.linli.brands.firepatrol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.brands.firepatrol.PatrolRoute.Checkpoint;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;
import org.linli.plugin.Route;
import org.linli.plugin.effect.Effect;
import org.linli.plugin.page.Page;
import org.linli.plugin.page.Widget;
import org.linli.plugin.page.Widget.Field.Kind;
import org.pf4j.Extension;

/** Routes and their checkpoints: {@code routes}, {@code routes/new}, {@code routes/<key>}, {@code routes/<key>/<place or new>}. */
@Extension
public class RoutesPage implements Route {
    private static final int MAX_NAME = 60;
    private static final String NEW = "new";

    @Override
    public Response handle(Context context, Request request) {
        String[] parts =
                request.path().isEmpty() ? new String[0] : request.path().split("/", -1);
        if (parts.length == 0) {
            return request.isPost() ? new Response.NotFound() : new Response.Show(list(context));
        }
        if (parts.length == 1 && parts[0].equals(NEW)) {
            String key = "r" + Long.toString(context.now().toEpochMilli(), 36);
            return request.isPost()
                    ? save(context, blank(request.body().text("key")), request.body())
                    : new Response.Show(head(context, blank(key), ""));
        }
        Optional<PatrolRoute> route = parts.length > 2 ? Optional.empty() : PatrolRoute.find(context, parts[0]);
        if (route.isEmpty()) {
            return new Response.NotFound();
        }
        return parts.length == 1
                ? route(context, route.get(), request)
                : new CheckpointForm(context, route.get(), parts[1]).handle(request);
    }

    private static PatrolRoute blank(String key) {
        return new PatrolRoute(key.matches("r[a-z0-9]{1,20}") ? key : "", "", "", List.of(), 0, 0);
    }

    private static Page list(Context context) {
        Grids grids = new Grids(context);
        List<Widget.Cards.Card> cards = PatrolRoute.all(context).stream()
                .map(route -> new Widget.Cards.Card(
                        route.name(),
                        route.checkpoints().stream().map(Checkpoint::place).collect(Collectors.joining(" → ")),
                        grids.name(route.unitId()),
                        Widget.Tone.PLAIN,
                        "routes/" + route.key()))
                .toList();
        return Page.of(
                context.text("page.routes"),
                new Widget.Links(List.of(new Widget.Links.Link(context.text("routes.new"), "routes/new", "plus"))),
                new Widget.Cards(cards, context.text("routes.none")));
    }

    private static Response route(Context context, PatrolRoute route, Request request) {
        if (!request.isPost()) {
            return new Response.Show(detail(context, route));
        }
        if (request.body().text("action").equals("remove")) {
            return new Response.Done(
                    context.text("routes.removed"),
                    "routes",
                    List.of(new Effect.RemoveRecord(PatrolRoute.KIND, route.key())));
        }
        return save(context, route, request.body());
    }

    private static Page detail(Context context, PatrolRoute route) {
        List<Widget.Cards.Card> cards = new ArrayList<>();
        for (Checkpoint place : route.checkpoints()) {
            cards.add(new Widget.Cards.Card(
                    (cards.size() + 1) + ". " + place.place(),
                    place.items().stream()
                            .map(code -> Item.of(context, code).label())
                            .collect(Collectors.joining("、")),
                    "",
                    Widget.Tone.PLAIN,
                    "routes/" + route.key() + "/" + place.id()));
        }
        List<Widget> widgets = new ArrayList<>();
        widgets.add(new Widget.Heading(context.text("route.places")));
        widgets.add(new Widget.Cards(cards, context.text("route.empty")));
        widgets.add(new Widget.Links(List.of(
                new Widget.Links.Link(context.text("route.add"), "routes/" + route.key() + "/" + NEW, "plus"))));
        widgets.add(new Widget.Heading(context.text("route.edit")));
        widgets.addAll(head(context, route, "").widgets());
        widgets.add(new Widget.Form(context.text("route.remove"), true, Map.of("action", "remove"), List.of()));
        return new Page(route.name(), new Grids(context).name(route.unitId()), "routes", widgets);
    }

    /** Name and grid, of a new one or of one that is there. */
    private static Page head(Context context, PatrolRoute route, String typedName) {
        Fields fields = new Fields(context);
        Widget form = new Widget.Form(
                context.text("route.save"),
                false,
                Map.of("key", route.key(), "version", Long.toString(route.version())),
                List.of(
                        fields.required("name", Kind.TEXT, typedName.isEmpty() ? route.name() : typedName),
                        fields.of("unit", Kind.CHOICE, true, route.unitId(), new Grids(context).choices())));
        return new Page(context.text("routes.new"), context.text("routes.new.subtitle"), "routes", List.of(form));
    }

    private static Response save(Context context, PatrolRoute old, Data body) {
        Fields fields = new Fields(context);
        String name = body.text("name").strip();
        String unit = body.text("unit");
        List<Problem> problems = new ArrayList<>();
        if (name.isEmpty() || name.length() > MAX_NAME) {
            problems.add(fields.wrong("name", "problem.name", Integer.toString(MAX_NAME)));
        }
        if (new Grids(context).all().stream().noneMatch(grid -> grid.id().equals(unit))) {
            problems.add(fields.wrong("unit", "problem.grid"));
        }
        if (old.key().isEmpty()) {
            problems.add(new Problem("", context.text("problem.form")));
        }
        PatrolRoute route = old.named(name, unit);
        if (!problems.isEmpty()) {
            Page again = old.version() == 0 ? head(context, route, name) : detail(context, old);
            return new Response.Refused(problems, again);
        }
        // a new route sent twice is one that is there already
        if (old.version() == 0 && PatrolRoute.find(context, old.key()).isPresent()) {
            return new Response.Done("", "routes/" + old.key(), List.of());
        }
        return new Response.Done(context.text("route.saved"), "routes/" + route.key(), List.of(route.save()));
    }
}
