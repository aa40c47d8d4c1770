package org.linli.brands.firepatrol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;
import org.linli.plugin.Route;
import org.linli.plugin.effect.Effect;
import org.linli.plugin.page.Page;
import org.linli.plugin.page.Widget;
import org.linli.plugin.page.Widget.Field.Kind;
import org.pf4j.Extension;

/** Anybody who lives here reports a hazard and sees what became of the earlier ones. */
@Extension
public class ReportPage implements Route {
    private static final int MAX_PLACE = 80;
    private static final int MAX_NOTE = 300;

    @Override
    public Response handle(Context context, Request request) {
        if (!request.path().isEmpty()) {
            return new Response.NotFound();
        }
        if (!request.isPost()) {
            String home = new Grids(context).placeOf(Roles.actor(context).homeUnitId());
            return new Response.Show(page(context, Data.of("unit", home)));
        }
        List<Problem> problems = problems(context, request.body());
        return problems.isEmpty()
                ? new Response.Done(
                        context.text("report.done", context.settings().text("hazardHours")),
                        "report",
                        effects(context, request.body()))
                : new Response.Refused(problems, page(context, request.body()));
    }

    private static Page page(Context context, Data typed) {
        Fields fields = new Fields(context);
        Widget form = new Widget.Form(
                context.text("report.submit"),
                false,
                Map.of(),
                List.of(
                        fields.required("unit", Kind.UNIT, typed.text("unit")),
                        fields.hinted("place", Kind.TEXT, true, typed.text("place")),
                        fields.of("item", Kind.CHOICE, true, typed.text("item"), Item.choices(Item.all(context))),
                        fields.optional("note", Kind.LONG_TEXT, typed.text("note")),
                        fields.optional("photos", Kind.PHOTOS, String.join(",", typed.texts("photos")))));
        String me = Roles.actor(context).personId();
        List<Widget.Cards.Card> mine = Hazard.latest(context).stream()
                .filter(h -> h.order()
                        .participants()
                        .getOrDefault("finder", List.of())
                        .contains(me))
                .limit(20)
                .map(h -> new Widget.Cards.Card(
                        h.place() + " · " + h.item(),
                        new Times(context).full(h.order().placedAt()),
                        h.state(context),
                        h.tone(context.now()),
                        "order:" + h.order().id()))
                .toList();
        return new Page(
                context.text("page.report"),
                context.text("report.subtitle"),
                "",
                List.of(
                        new Widget.Text(context.text("report.emergency"), Widget.Tone.DANGER),
                        form,
                        new Widget.Heading(context.text("report.mine")),
                        new Widget.Cards(mine, context.text("report.mine.none"))));
    }

    /** What is wrong with a report, from a page or from REST. */
    static List<Problem> problems(Context context, Data body) {
        Fields fields = new Fields(context);
        List<Problem> problems = new ArrayList<>();
        if (!new Grids(context).has(body.text("unit"))) {
            problems.add(fields.wrong("unit", "problem.unit"));
        }
        String place = body.text("place").strip();
        if (place.isEmpty() || place.length() > MAX_PLACE) {
            problems.add(fields.wrong("place", "problem.place", Integer.toString(MAX_PLACE)));
        }
        if (Item.all(context).stream().noneMatch(i -> i.code().equals(body.text("item")))) {
            problems.add(fields.wrong("item", "problem.item"));
        }
        if (body.text("note").length() > MAX_NOTE) {
            problems.add(fields.wrong("note", "problem.note", Integer.toString(MAX_NOTE)));
        }
        return problems;
    }

    /** The hazard, and a word to the coordinators. */
    static List<Effect> effects(Context context, Data body) {
        String place = body.text("place").strip();
        Item item = Item.of(context, body.text("item"));
        Effect.PlaceOrder order = Hazard.reported(
                context,
                body.text("unit"),
                place,
                item,
                new Hazard.Seen(
                        Roles.actor(context).personId(), body.text("note").strip(), Fields.photos(body, "photos")));
        return List.of(
                order,
                new Effect.Notify(
                        List.of("role:" + Roles.COORDINATOR),
                        "notice.reported",
                        List.of(place, item.label()),
                        "hazards",
                        // once a day for the same danger, whoever reports it
                        order.dedupKey() + ":" + new Times(context).today()));
    }
}
