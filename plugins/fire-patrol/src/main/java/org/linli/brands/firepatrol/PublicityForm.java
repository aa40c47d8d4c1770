package org.linli.brands.firepatrol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.plugin.ActivityView;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;
import org.linli.plugin.Route.Response;
import org.linli.plugin.effect.Effect;
import org.linli.plugin.page.Page;
import org.linli.plugin.page.Widget;
import org.linli.plugin.page.Widget.Field.Choice;
import org.linli.plugin.page.Widget.Field.Kind;

/** The forms of a publicity session: to plan one, to log one that is over, to finish one that was planned. */
final class PublicityForm {
    private static final int MAX_TITLE = 60;
    private static final int MAX_JOURNAL = 2000;
    private static final int MAX_HEADS = 5000;
    private static final Duration BACK = Duration.ofDays(31);
    private final Context context;
    private final Fields fields;
    private final Times times;
    private final boolean over;

    /** @param over whether it took place already */
    PublicityForm(Context context, boolean over) {
        this.context = context;
        this.fields = new Fields(context);
        this.times = new Times(context);
        this.over = over;
    }

    Response show() {
        Instant start =
                over ? context.now().minus(Duration.ofHours(1)) : context.now().plus(Duration.ofDays(1));
        return new Response.Show(page(Data.of(
                "plan", Long.toString(context.now().toEpochMilli(), 36),
                "start", times.field(start),
                "minutes", "60",
                "unit", context.community().id(),
                "people", Roles.actor(context).personId())));
    }

    private Page page(Data typed) {
        List<Widget.Field> inputs = new ArrayList<>(List.of(
                fields.hinted("title", Kind.TEXT, true, typed.text("title")),
                fields.required("unit", Kind.UNIT, typed.text("unit")),
                fields.hinted("place", Kind.TEXT, true, typed.text("place")),
                fields.required("start", Kind.DATE_TIME, typed.text("start"))));
        inputs.addAll(outcome(typed, ""));
        String key = over ? "publicity.log" : "publicity.new";
        return new Page(
                context.text(key),
                "",
                "publicity",
                List.of(new Widget.Form(
                        context.text(key + ".submit"), false, Map.of("plan", typed.text("plan")), inputs)));
    }

    private List<Widget.Field> outcome(Data typed, String assigned) {
        List<Widget.Field> inputs = new ArrayList<>();
        inputs.add(fields.required("minutes", Kind.NUMBER, typed.text("minutes")));
        List<Choice> people = Roles.people(context);
        if (!people.isEmpty()) {
            String on = typed.has("people") ? String.join(",", typed.texts("people")) : assigned;
            inputs.add(fields.of("people", Kind.CHOICES, true, on, people));
        }
        if (over) {
            inputs.add(fields.hinted("heads", Kind.NUMBER, true, typed.text("heads")));
            inputs.add(fields.hinted("journal", Kind.LONG_TEXT, false, typed.text("journal")));
            inputs.add(fields.optional("photos", Kind.PHOTOS, String.join(",", typed.texts("photos"))));
        }
        return inputs;
    }

    Widget finishForm(ActivityView session, Data typed) {
        String assigned = String.join(
                ",",
                session.people().stream().map(ActivityView.Person::personId).toList());
        long planned = Duration.between(session.startsAt(), session.endsAt()).toMinutes();
        Data shown = typed.has("minutes") ? typed : typed.with("minutes", Long.toString(planned));
        return new Widget.Form(context.text("publicity.log.submit"), false, Map.of(), outcome(shown, assigned));
    }

    Response save(Data body) {
        List<Problem> problems = new ArrayList<>(outcomeProblems(body));
        String title = body.text("title").strip();
        Optional<Instant> start = times.typed(body.text("start"));
        if (title.isEmpty() || title.length() > MAX_TITLE) {
            problems.add(fields.wrong("title", "problem.name", Integer.toString(MAX_TITLE)));
        }
        if (!new Grids(context).has(body.text("unit"))) {
            problems.add(fields.wrong("unit", "problem.unit"));
        }
        if (body.text("place").isBlank() || body.text("place").length() > 80) {
            problems.add(fields.wrong("place", "problem.place", "80"));
        }
        if (start.isEmpty() || !fits(start.get())) {
            problems.add(fields.wrong("start", over ? "problem.start.over" : "problem.start"));
        }
        if (!body.text("plan").matches("[a-z0-9]{1,20}")) {
            problems.add(new Problem("", context.text("problem.form")));
        }
        if (!problems.isEmpty()) {
            return new Response.Refused(problems, page(body));
        }
        String key = "publicity:" + body.text("plan");
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.PlanActivity(
                key,
                PublicityPage.KIND,
                title,
                body.text("unit"),
                body.text("place").strip(),
                start.orElseThrow(),
                Duration.ofMinutes(Fields.number(body, "minutes", 10, 480)),
                null,
                null,
                body.texts("people"),
                Data.of("plan", key)));
        if (over) {
            effects.add(finishing("key:" + key, Data.of("plan", key), body));
        }
        return new Response.Done(context.text(over ? "publicity.logged" : "publicity.planned"), "publicity", effects);
    }

    private boolean fits(Instant start) {
        Instant now = context.now();
        return over
                ? !start.isAfter(now) && start.isAfter(now.minus(BACK))
                : start.isAfter(now.minus(Duration.ofHours(1)));
    }

    Response finish(ActivityView session, Data body) {
        if (!session.status().equals("PLANNED")) {
            return new Response.Done(context.text("publicity.logged"), "publicity", List.of());
        }
        List<Problem> problems = new ArrayList<>(outcomeProblems(body));
        if (session.startsAt().isAfter(context.now())) {
            problems.add(new Problem("", context.text("round.early")));
        }
        if (!problems.isEmpty()) {
            return new Response.Refused(problems, PublicityPage.again(context, session, finishForm(session, body)));
        }
        return new Response.Done(
                context.text("publicity.logged"), "publicity", List.of(finishing(session.id(), session.data(), body)));
    }

    private Effect finishing(String activityId, Data data, Data body) {
        int minutes = Fields.number(body, "minutes", 10, 480);
        Map<String, Integer> attended = new LinkedHashMap<>();
        body.texts("people").forEach(person -> attended.put(person, minutes));
        Data held = data.with("journal", body.text("journal").strip()).with("photos", Fields.photos(body, "photos"));
        return new Effect.FinishActivity(activityId, attended, Fields.number(body, "heads", 0, MAX_HEADS), held);
    }

    private List<Problem> outcomeProblems(Data body) {
        List<Problem> problems = new ArrayList<>();
        List<String> known = Roles.people(context).stream().map(Choice::value).toList();
        if (Fields.number(body, "minutes", 10, 480) < 0) {
            problems.add(fields.wrong("minutes", "problem.minutes.plan"));
        }
        if (body.texts("people").isEmpty() || !known.containsAll(body.texts("people"))) {
            problems.add(fields.wrong("people", "problem.people"));
        }
        if (over && Fields.number(body, "heads", 0, MAX_HEADS) < 0) {
            problems.add(fields.wrong("heads", "problem.heads", Integer.toString(MAX_HEADS)));
        }
        if (body.text("journal").length() > MAX_JOURNAL) {
            problems.add(fields.wrong("journal", "problem.note", Integer.toString(MAX_JOURNAL)));
        }
        return problems;
    }
}
