package org.linli.brands.firepatrol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.linli.brands.firepatrol.PatrolRoute.Checkpoint;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;
import org.linli.plugin.Route.Request;
import org.linli.plugin.Route.Response;
import org.linli.plugin.page.Page;
import org.linli.plugin.page.Widget;
import org.linli.plugin.page.Widget.Field.Kind;

/** One checkpoint of a route: where, what to look at, and which one it is on the way. */
final class CheckpointForm {
    private static final int MAX_PLACE = 80;
    private static final int MAX_CHECKPOINTS = 60;
    private final Context context;
    private final Fields fields;
    private final PatrolRoute route;
    private final String id;

    CheckpointForm(Context context, PatrolRoute route, String id) {
        this.context = context;
        this.fields = new Fields(context);
        this.route = route;
        this.id = id;
    }

    Response handle(Request request) {
        boolean fresh = id.equals("new");
        if (!fresh && route.checkpoint(id).isEmpty()) {
            return new Response.NotFound();
        }
        if (!request.isPost()) {
            Checkpoint there = route.checkpoint(id)
                    .orElse(new Checkpoint(
                            route.nextId(),
                            "",
                            Item.all(context).stream().map(Item::code).toList()));
            int position =
                    fresh ? route.checkpoints().size() + 1 : route.checkpoints().indexOf(there) + 1;
            return new Response.Show(page(there, Integer.toString(position)));
        }
        if (request.body().text("action").equals("remove")) {
            return new Response.Done(
                    context.text("checkpoint.removed"),
                    "routes/" + route.key(),
                    List.of(route.without(id).save()));
        }
        return save(request.body());
    }

    private Page page(Checkpoint place, String position) {
        List<Item> items = new ArrayList<>(Item.all(context));
        place.items().stream()
                .filter(code -> items.stream().noneMatch(i -> i.code().equals(code)))
                .forEach(code -> items.add(Item.of(context, code)));
        List<Widget> widgets = new ArrayList<>();
        widgets.add(new Widget.Form(
                context.text("checkpoint.save"),
                false,
                Map.of("id", place.id()),
                List.of(
                        fields.hinted("place", Kind.TEXT, true, place.place()),
                        fields.of("items", Kind.CHOICES, true, String.join(",", place.items()), Item.choices(items)),
                        fields.hinted("position", Kind.NUMBER, true, position))));
        if (!id.equals("new")) {
            widgets.add(
                    new Widget.Form(context.text("checkpoint.remove"), true, Map.of("action", "remove"), List.of()));
        }
        String title = id.equals("new") ? context.text("route.add") : place.place();
        return new Page(title, route.name(), "routes/" + route.key(), widgets);
    }

    private Response save(Data body) {
        String place = body.text("place").strip();
        List<String> known = Item.all(context).stream().map(Item::code).toList();
        List<String> kept = route.checkpoint(id).map(Checkpoint::items).orElse(List.of());
        List<String> items = body.texts("items").stream()
                .filter(code -> known.contains(code) || kept.contains(code))
                .distinct()
                .toList();
        int position = Fields.number(body, "position", 1, 99);
        List<Problem> problems = new ArrayList<>();
        if (place.isEmpty() || place.length() > MAX_PLACE) {
            problems.add(fields.wrong("place", "problem.place", Integer.toString(MAX_PLACE)));
        }
        if (items.isEmpty()) {
            problems.add(fields.wrong("items", "problem.items"));
        }
        if (position < 0) {
            problems.add(fields.wrong("position", "problem.position"));
        }
        // a new one sent twice keeps the id of its form and is one
        String own = id.equals("new") ? body.text("id") : id;
        if (!own.matches("c\\d{1,4}")) {
            problems.add(new Problem("", context.text("problem.form")));
        }
        if (id.equals("new") && route.checkpoints().size() >= MAX_CHECKPOINTS) {
            problems.add(new Problem("", context.text("problem.checkpoints", Integer.toString(MAX_CHECKPOINTS))));
        }
        if (!problems.isEmpty()) {
            return new Response.Refused(problems, page(new Checkpoint(own, place, items), body.text("position")));
        }
        return new Response.Done(
                context.text("checkpoint.saved"),
                "routes/" + route.key(),
                List.of(route.with(new Checkpoint(own, place, items), position).save()));
    }
}
