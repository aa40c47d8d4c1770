package org.linli.brands.firepatrol;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.linli.plugin.ActivityView;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.Route;
import org.linli.plugin.effect.Effect;
import org.linli.plugin.page.Page;
import org.linli.plugin.page.Widget;
import org.linli.plugin.page.Widget.Field.Kind;
import org.linli.plugin.page.Widget.Tone;
import org.pf4j.Extension;

/** The calendar of rounds; coordinators plan ({@code rounds/new}), assign, cancel and end them ({@code rounds/<id>}). */
@Extension
public class RoundsPage implements Route {
    private static final int DAYS_AHEAD = 28;
    private static final int DAYS_BACK = 14;

    @Override
    public Response handle(Context context, Request request) {
        if (request.path().isEmpty()) {
            return request.isPost() ? new Response.NotFound() : new Response.Show(calendar(context));
        }
        if (request.path().equals("new")) {
            RoundPlan plan = new RoundPlan(context);
            return !Roles.coordinates(context)
                    ? new Response.NotFound()
                    : request.isPost() ? plan.save(request.body()) : plan.show();
        }
        Optional<Round> round = Round.find(context, request.path());
        if (round.isEmpty() || (request.isPost() && !Roles.coordinates(context))) {
            return new Response.NotFound();
        }
        return request.isPost()
                ? change(context, round.get(), request.body())
                : new Response.Show(detail(context, round.get(), ""));
    }

    private static Page calendar(Context context) {
        Times times = new Times(context);
        Instant today = times.startOf(times.today());
        List<ActivityView> ahead =
                context.activities().between(Round.KIND, today, today.plus(Duration.ofDays(DAYS_AHEAD)), 300);
        List<ActivityView> back =
                context.activities().between(Round.KIND, today.minus(Duration.ofDays(DAYS_BACK)), today, 300);
        List<Widget> widgets = new ArrayList<>();
        if (Roles.coordinates(context)) {
            widgets.add(new Widget.Links(List.of(
                    new Widget.Links.Link(context.text("rounds.plan"), "rounds/new", "plus"),
                    new Widget.Links.Link(context.text("page.routes"), "routes", "map-pin"))));
        }
        if (ahead.isEmpty()) {
            widgets.add(new Widget.Text(context.text("rounds.ahead.none"), Tone.PLAIN));
        }
        // by week: a table of four weeks is too long for a phone
        Map<LocalDate, List<ActivityView>> weeks = ahead.stream()
                .collect(Collectors.groupingBy(
                        r -> times.local(r.startsAt()).toLocalDate().with(DayOfWeek.MONDAY),
                        TreeMap::new,
                        Collectors.toList()));
        weeks.forEach((monday, rounds) -> {
            widgets.add(new Widget.Heading(context.text("rounds.week", times.day(monday))));
            widgets.add(cards(context, rounds, "rounds.ahead.none"));
        });
        widgets.add(new Widget.Heading(context.text("rounds.back", Integer.toString(DAYS_BACK))));
        List<ActivityView> latestFirst = back.stream()
                .sorted((a, b) -> b.startsAt().compareTo(a.startsAt()))
                .toList();
        widgets.add(cards(context, latestFirst, "rounds.back.none"));
        return new Page(context.text("page.rounds"), context.text("rounds.subtitle"), "", widgets);
    }

    private static Widget cards(Context context, List<ActivityView> rounds, String none) {
        Times times = new Times(context);
        return new Widget.Cards(
                rounds.stream()
                        .map(r -> new Widget.Cards.Card(
                                context.text("rounds.card", times.full(r.startsAt()), r.title()),
                                people(context, r),
                                state(context, r),
                                tone(context, r),
                                "rounds/" + r.id()))
                        .toList(),
                context.text(none));
    }

    private static Tone tone(Context context, ActivityView round) {
        return switch (round.status()) {
            case "FINISHED" -> Tone.SUCCESS;
            case "CANCELLED" -> Tone.PLAIN;
            default -> round.endsAt().isBefore(context.now()) ? Tone.WARNING : Tone.PRIMARY;
        };
    }

    private static String people(Context context, ActivityView round) {
        return round.people().isEmpty()
                ? context.text("round.nobody")
                : String.join(
                        "、",
                        round.people().stream().map(ActivityView.Person::name).toList());
    }

    static String state(Context context, ActivityView activity) {
        if (activity.status().equals("PLANNED") && activity.endsAt().isBefore(context.now())) {
            return context.text("activity.late");
        }
        return context.text(
                switch (activity.status()) {
                    case "FINISHED" -> "activity.finished";
                    case "CANCELLED" -> "activity.cancelled";
                    default -> "activity.planned";
                });
    }

    private static Page detail(Context context, Round round, String people) {
        ActivityView activity = round.activity();
        List<Widget> widgets = new ArrayList<>();
        widgets.add(new Widget.Facts(List.of(
                new Widget.Facts.Fact(context.text("round.time"), new Times(context).full(activity.startsAt())),
                new Widget.Facts.Fact(context.text("hazard.grid"), new Grids(context).name(activity.unitId())),
                new Widget.Facts.Fact(context.text("round.people"), people(context, activity)),
                new Widget.Facts.Fact(context.text("hazard.state"), state(context, activity)),
                new Widget.Facts.Fact(
                        context.text("round.checked"),
                        context.text(
                                "round.progress",
                                Long.toString(round.done()),
                                Integer.toString(round.route().checkpoints().size()))))));
        if (!activity.data().text("note").isEmpty()) {
            widgets.add(new Widget.Text(activity.data().text("note"), Tone.PLAIN));
        }
        if (round.mayWalk(Roles.actor(context)) || Roles.coordinates(context)) {
            widgets.add(new Widget.Links(List.of(
                    new Widget.Links.Link(context.text("round.open"), "round/" + activity.id(), "arrow-right"))));
        }
        if (Roles.coordinates(context) && round.isOpen()) {
            widgets.addAll(forms(context, round, people));
        }
        return new Page(activity.title(), "", "rounds", widgets);
    }

    private static List<Widget> forms(Context context, Round round, String people) {
        Fields fields = new Fields(context);
        List<Widget> forms = new ArrayList<>();
        if (!Roles.people(context).isEmpty()) {
            String on = people.isEmpty() ? String.join(",", round.assigned()) : people;
            forms.add(new Widget.Heading(context.text("round.assign")));
            forms.add(new Widget.Form(
                    context.text("round.assign.submit"),
                    false,
                    Map.of("action", "assign"),
                    List.of(fields.of("people", Kind.CHOICES, true, on, Roles.people(context, round.assigned())))));
        }
        forms.add(new Widget.Heading(context.text("round.cancel")));
        forms.add(new Widget.Form(
                context.text("round.cancel.submit"),
                true,
                Map.of("action", "cancel"),
                List.of(fields.required("reason", Kind.TEXT, null))));
        if (round.activity().seriesId() != null) {
            forms.add(new Widget.Form(
                    context.text("round.end.submit"),
                    true,
                    Map.of("action", "end"),
                    List.of(fields.required("seriesReason", Kind.TEXT, null))));
        }
        return forms;
    }

    private static Response change(Context context, Round round, Data body) {
        Fields fields = new Fields(context);
        Page again = detail(context, round, String.join(",", body.texts("people")));
        return switch (body.text("action")) {
            case "assign" -> {
                List<String> known = Roles.people(context).stream()
                        .map(Widget.Field.Choice::value)
                        .toList();
                if (body.texts("people").isEmpty() || !known.containsAll(body.texts("people"))) {
                    yield new Response.Refused(List.of(fields.wrong("people", "problem.people")), again);
                }
                yield done(
                        context,
                        "round.assigned",
                        round,
                        new Effect.AssignActivity(round.activity().id(), body.texts("people")));
            }
            case "cancel" ->
                body.text("reason").isBlank()
                        ? new Response.Refused(List.of(fields.wrong("reason", "problem.reason")), again)
                        : done(
                                context,
                                "round.cancelled",
                                round,
                                new Effect.CancelActivity(
                                        round.activity().id(), Fields.words(body, "reason", Fields.MAX_REASON)));
            case "end" ->
                body.text("seriesReason").isBlank()
                        ? new Response.Refused(List.of(fields.wrong("seriesReason", "problem.reason")), again)
                        : done(
                                context,
                                "round.ended",
                                round,
                                new Effect.EndActivity(
                                        round.activity().data().text("plan"),
                                        Fields.words(body, "seriesReason", Fields.MAX_REASON)));
            default -> new Response.NotFound();
        };
    }

    private static Response done(Context context, String text, Round round, Effect effect) {
        String next = effect instanceof Effect.AssignActivity
                ? "rounds/" + round.activity().id()
                : "rounds";
        return new Response.Done(context.text(text), next, List.of(effect));
    }
}
