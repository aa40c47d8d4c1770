package org.linli.brands.firepatrol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;
import org.linli.plugin.Route.Response;
import org.linli.plugin.effect.Effect;
import org.linli.plugin.page.Page;
import org.linli.plugin.page.Widget;
import org.linli.plugin.page.Widget.Field.Choice;
import org.linli.plugin.page.Widget.Field.Kind;

/** The form that plans a round or a series of them. */
final class RoundPlan {
    private static final List<String> EVERY = List.of("once", "day", "week", "fortnight", "month");
    private final Context context;
    private final Fields fields;
    private final Times times;

    RoundPlan(Context context) {
        this.context = context;
        this.fields = new Fields(context);
        this.times = new Times(context);
    }

    Response show() {
        // the key travels with the form: sent twice, it plans once
        Instant tomorrow =
                times.today().plusDays(1).atTime(9, 0).atZone(context.zone()).toInstant();
        return new Response.Show(page(Data.of(
                "plan",
                Long.toString(context.now().toEpochMilli(), 36),
                "start",
                times.field(tomorrow),
                "minutes",
                "60",
                "every",
                "week")));
    }

    private Page page(Data typed) {
        List<Choice> routes = PatrolRoute.all(context).stream()
                .filter(route -> !route.checkpoints().isEmpty())
                .map(route -> new Choice(route.key(), route.name()))
                .toList();
        List<Choice> people = Roles.people(context);
        List<Widget> widgets = new ArrayList<>();
        if (routes.isEmpty()) {
            widgets.add(new Widget.Text(context.text("rounds.no-route"), Widget.Tone.WARNING));
            widgets.add(
                    new Widget.Links(List.of(new Widget.Links.Link(context.text("page.routes"), "routes", "map-pin"))));
        } else if (people.isEmpty()) {
            widgets.add(new Widget.Text(context.text("rounds.no-member"), Widget.Tone.WARNING));
        } else {
            widgets.add(form(typed, routes, people));
        }
        return new Page(context.text("rounds.plan"), context.text("rounds.plan.subtitle"), "rounds", widgets);
    }

    private Widget form(Data typed, List<Choice> routes, List<Choice> people) {
        List<Choice> every = EVERY.stream()
                .map(code -> new Choice(code, context.text("every." + code)))
                .toList();
        List<Choice> weekdays = IntStream.rangeClosed(1, 7)
                .mapToObj(day -> new Choice(Integer.toString(day), context.text("weekday." + day)))
                .toList();
        return new Widget.Form(
                context.text("rounds.plan.submit"),
                false,
                Map.of("plan", typed.text("plan")),
                List.of(
                        fields.of("route", Kind.CHOICE, true, typed.text("route"), routes),
                        fields.required("start", Kind.DATE_TIME, typed.text("start")),
                        fields.required("minutes", Kind.NUMBER, typed.text("minutes")),
                        fields.of("every", Kind.CHOICE, true, typed.text("every"), every),
                        fields.of("weekdays", Kind.CHOICES, false, String.join(",", typed.texts("weekdays")), weekdays),
                        fields.hinted("until", Kind.DATE, false, typed.text("until")),
                        fields.of("people", Kind.CHOICES, true, String.join(",", typed.texts("people")), people)));
    }

    Response save(Data body) {
        List<Problem> problems = new ArrayList<>();
        Optional<PatrolRoute> route = PatrolRoute.find(context, body.text("route"));
        Optional<Instant> start = times.typed(body.text("start"));
        int minutes = Fields.number(body, "minutes", 10, 480);
        Optional<Instant> until = times.endOf(body.text("until"));
        List<String> known = Roles.people(context).stream().map(Choice::value).toList();
        if (route.isEmpty()) {
            problems.add(fields.wrong("route", "problem.route"));
        }
        if (start.isEmpty() || start.get().isBefore(context.now().minus(Duration.ofDays(1)))) {
            problems.add(fields.wrong("start", "problem.start"));
        }
        if (minutes < 0) {
            problems.add(fields.wrong("minutes", "problem.minutes.plan"));
        }
        if (!EVERY.contains(body.text("every"))) {
            problems.add(fields.wrong("every", "problem.every"));
        }
        if (!body.text("until").isBlank()
                && (until.isEmpty() || (start.isPresent() && until.get().isBefore(start.get())))) {
            problems.add(fields.wrong("until", "problem.until"));
        }
        if (body.texts("people").isEmpty() || !known.containsAll(body.texts("people"))) {
            problems.add(fields.wrong("people", "problem.people"));
        }
        if (!body.text("plan").matches("[a-z0-9]{1,20}")) {
            problems.add(new Problem("", context.text("problem.form")));
        }
        if (!problems.isEmpty()) {
            return new Response.Refused(problems, page(body));
        }
        Effect plan = plan(route.orElseThrow(), start.orElseThrow(), minutes, until.orElse(null), body);
        return new Response.Done(context.text("rounds.planned"), "rounds", List.of(plan));
    }

    private static Effect plan(PatrolRoute route, Instant start, int minutes, @Nullable Instant until, Data body) {
        String key = "round:" + route.key() + ":" + body.text("plan");
        return new Effect.PlanActivity(
                key,
                Round.KIND,
                route.name(),
                route.unitId(),
                route.checkpoints().get(0).place(),
                start,
                Duration.ofMinutes(minutes),
                recurrence(body, until),
                0,
                body.texts("people"),
                Data.of("route", route.key(), "plan", key));
    }

    private static Effect.@Nullable Recurrence recurrence(Data body, @Nullable Instant until) {
        List<Integer> weekdays = body.texts("weekdays").stream()
                .filter(day -> day.matches("[1-7]"))
                .map(Integer::valueOf)
                .toList();
        return switch (body.text("every")) {
            case "day" -> new Effect.Recurrence(1, "DAY", List.of(), until);
            case "week" -> new Effect.Recurrence(1, "WEEK", weekdays, until);
            case "fortnight" -> new Effect.Recurrence(2, "WEEK", weekdays, until);
            case "month" -> new Effect.Recurrence(1, "MONTH", List.of(), until);
            default -> null;
        };
    }
}
