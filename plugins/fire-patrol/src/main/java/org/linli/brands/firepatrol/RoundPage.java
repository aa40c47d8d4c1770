package org.linli.brands.firepatrol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.brands.firepatrol.PatrolRoute.Checkpoint;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;
import org.linli.plugin.Route;
import org.linli.plugin.effect.Effect;
import org.linli.plugin.page.Page;
import org.linli.plugin.page.Widget;
import org.linli.plugin.page.Widget.Field.Kind;
import org.linli.plugin.page.Widget.Tone;
import org.pf4j.Extension;

/** A round on the phone: its checkpoints ({@code round/<id>}), and the checklist of one of them ({@code round/<id>/<place>}). */
@Extension
public class RoundPage implements Route {
    private static final int MOST_MINUTES = 480;
    private static final int MAX_NOTE = 1000;

    @Override
    public Response handle(Context context, Request request) {
        String[] parts = request.path().split("/", -1);
        Optional<Round> found = parts[0].isEmpty() || parts.length > 2
                ? Optional.empty()
                : Round.find(context, parts[0]).filter(r -> r.mayWalk(Roles.actor(context)));
        if (found.isEmpty()) {
            return new Response.NotFound();
        }
        Round round = found.get();
        if (parts.length == 1) {
            return request.isPost()
                    ? finish(context, round, request.body())
                    : show(overview(context, round, Data.EMPTY));
        }
        return round.route()
                .checkpoint(parts[1])
                .map(place -> new CheckForm(context, round, place))
                .map(form -> request.isPost() ? form.save(request.body()) : form.show())
                .orElse(new Response.NotFound());
    }

    private static Response show(Page page) {
        return new Response.Show(page);
    }

    private static Page overview(Context context, Round round, Data typed) {
        List<Widget> widgets = new ArrayList<>();
        widgets.add(new Widget.Facts(List.of(
                new Widget.Facts.Fact(
                        context.text("round.time"),
                        new Times(context).full(round.activity().startsAt())),
                new Widget.Facts.Fact(
                        context.text("hazard.grid"),
                        new Grids(context).name(round.activity().unitId())),
                new Widget.Facts.Fact(context.text("round.people"), round.names()))));
        if (!round.isOpen()) {
            widgets.add(new Widget.Text(
                    context.text(
                            "FINISHED".equals(round.activity().status())
                                    ? "round.finished.text"
                                    : "round.cancelled.text"),
                    Tone.SUCCESS));
        } else if (!round.isDue(context)) {
            widgets.add(new Widget.Text(context.text("round.early"), Tone.WARNING));
        }
        widgets.add(new Widget.Heading(context.text(
                "round.progress",
                Long.toString(round.done()),
                Integer.toString(round.route().checkpoints().size()))));
        widgets.add(new Widget.Cards(places(context, round), context.text("route.empty")));
        if (round.isOpen() && round.isDue(context) && round.done() > 0) {
            widgets.add(new Widget.Heading(context.text("round.finish")));
            if (!round.isComplete()) {
                widgets.add(new Widget.Text(context.text("round.incomplete"), Tone.WARNING));
            }
            widgets.add(finishForm(context, round, typed));
        }
        return new Page(round.activity().title(), context.text("round.subtitle"), "today", widgets);
    }

    private static List<Widget.Cards.Card> places(Context context, Round round) {
        boolean walkable = round.isOpen() && round.isDue(context);
        List<Widget.Cards.Card> cards = new ArrayList<>();
        int number = 0;
        for (Checkpoint place : round.route().checkpoints()) {
            number++;
            Check check = round.checks().get(place.id());
            int failed = check == null ? 0 : check.failed().size();
            String badge = check == null
                    ? context.text("check.open")
                    : failed == 0 ? context.text("check.fine") : context.text("check.failed", Integer.toString(failed));
            cards.add(new Widget.Cards.Card(
                    number + ". " + place.place(),
                    context.text("check.items", Integer.toString(place.items().size())),
                    badge,
                    check == null ? Tone.PLAIN : failed == 0 ? Tone.SUCCESS : Tone.DANGER,
                    walkable ? "round/" + round.activity().id() + "/" + place.id() : ""));
        }
        return cards;
    }

    private static Widget finishForm(Context context, Round round, Data typed) {
        Fields fields = new Fields(context);
        List<Widget.Field> inputs = new ArrayList<>();
        inputs.add(fields.hinted(
                "minutes",
                Kind.NUMBER,
                true,
                typed.has("minutes") ? typed.text("minutes") : Long.toString(walked(context, round))));
        String people =
                typed.has("people") ? String.join(",", typed.texts("people")) : String.join(",", round.assigned());
        inputs.add(fields.of("people", Kind.CHOICES, true, people, Roles.people(context, round.assigned())));
        inputs.add(
                round.isComplete()
                        ? fields.optional("note", Kind.LONG_TEXT, typed.text("note"))
                        : fields.hinted("note", Kind.LONG_TEXT, true, typed.text("note")));
        return new Widget.Form(context.text("round.finish.submit"), false, Map.of(), inputs);
    }

    /** From the first look until now, between five minutes and twice the planned time. */
    private static long walked(Context context, Round round) {
        long planned = Duration.between(
                        round.activity().startsAt(), round.activity().endsAt())
                .toMinutes();
        long since = round.checks().values().stream()
                .map(Check::at)
                .min(java.util.Comparator.naturalOrder())
                .map(first -> Duration.between(first, context.now()).toMinutes())
                .orElse(planned);
        return Math.max(5, Math.min(since, 2 * planned));
    }

    private static Response finish(Context context, Round round, Data body) {
        if (!round.isOpen()) {
            return new Response.Done(context.text("round.finished.text"), "today", List.of());
        }
        List<Problem> problems = problems(context, round, body);
        if (!problems.isEmpty()) {
            return new Response.Refused(problems, overview(context, round, body));
        }
        int minutes = Fields.number(body, "minutes", 1, MOST_MINUTES);
        Map<String, Integer> attended = new LinkedHashMap<>();
        body.texts("people").forEach(person -> attended.put(person, minutes));
        Data data = round.activity()
                .data()
                .with("checked", round.done())
                .with("places", round.route().checkpoints().size())
                .with("failed", round.failed())
                .with("note", Fields.words(body, "note", MAX_NOTE));
        return new Response.Done(
                context.text("round.done", Long.toString(round.done()), Long.toString(round.failed())),
                "today",
                List.of(new Effect.FinishActivity(round.activity().id(), attended, attended.size(), data)));
    }

    private static List<Problem> problems(Context context, Round round, Data body) {
        Fields fields = new Fields(context);
        List<Problem> problems = new ArrayList<>();
        if (!round.isDue(context) || round.done() == 0) {
            problems.add(new Problem("", context.text("round.early")));
        } else if (round.activity().startsAt().isAfter(context.now())) {
            String begins = new Times(context).full(round.activity().startsAt());
            problems.add(new Problem("", context.text("round.not-begun", begins)));
        }
        if (Fields.number(body, "minutes", 1, MOST_MINUTES) < 0) {
            problems.add(fields.wrong("minutes", "problem.minutes", Integer.toString(MOST_MINUTES)));
        }
        List<String> known =
                Roles.people(context).stream().map(Widget.Field.Choice::value).toList();
        if (body.texts("people").isEmpty() || !known.containsAll(body.texts("people"))) {
            problems.add(fields.wrong("people", "problem.people"));
        }
        if (!round.isComplete() && body.text("note").isBlank()) {
            problems.add(fields.wrong("note", "problem.incomplete"));
        }
        return problems;
    }
}
