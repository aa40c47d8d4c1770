package org.linli.brands.firepatrol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.plugin.ActivityView;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.Route;
import org.linli.plugin.page.Page;
import org.linli.plugin.page.Widget;
import org.linli.plugin.page.Widget.Tone;
import org.pf4j.Extension;

/**
 * Sessions at which people hear about fire safety: planned ({@code publicity/new}) and finished later ({@code publicity/<id>}),
 * or logged when they are over ({@code publicity/log}).
 */
@Extension
public class PublicityPage implements Route {
    static final String KIND = "publicity";
    private static final int DAYS_BACK = 92;
    private static final int DAYS_AHEAD = 62;

    @Override
    public Response handle(Context context, Request request) {
        String path = request.path();
        if (path.isEmpty()) {
            return request.isPost() ? new Response.NotFound() : new Response.Show(list(context));
        }
        if (path.equals("new") || path.equals("log")) {
            PublicityForm form = new PublicityForm(context, path.equals("log"));
            return request.isPost() ? form.save(request.body()) : form.show();
        }
        Optional<ActivityView> session =
                context.activities().find(path).filter(a -> a.kind().equals(KIND));
        if (session.isEmpty()) {
            return new Response.NotFound();
        }
        return request.isPost()
                ? new PublicityForm(context, true).finish(session.get(), request.body())
                : new Response.Show(detail(context, session.get()));
    }

    private static Page list(Context context) {
        Instant now = context.now();
        List<ActivityView> all = context.activities()
                .between(KIND, now.minus(Duration.ofDays(DAYS_BACK)), now.plus(Duration.ofDays(DAYS_AHEAD)), 300);
        List<ActivityView> open =
                all.stream().filter(a -> a.status().equals("PLANNED")).toList();
        List<ActivityView> held = all.stream()
                .filter(a -> a.status().equals("FINISHED"))
                .sorted((a, b) -> b.startsAt().compareTo(a.startsAt()))
                .toList();
        return new Page(
                context.text("page.publicity"),
                context.text("publicity.subtitle"),
                "",
                List.of(
                        new Widget.Links(List.of(
                                new Widget.Links.Link(context.text("publicity.log"), "publicity/log", "edit"),
                                new Widget.Links.Link(context.text("publicity.new"), "publicity/new", "calendar"))),
                        new Widget.Heading(context.text("publicity.open")),
                        new Widget.Cards(cards(context, open), context.text("publicity.open.none")),
                        new Widget.Heading(context.text("publicity.held")),
                        held(context, held)));
    }

    private static List<Widget.Cards.Card> cards(Context context, List<ActivityView> sessions) {
        Times times = new Times(context);
        return sessions.stream()
                .map(a -> new Widget.Cards.Card(
                        a.title(),
                        context.text("publicity.when", times.full(a.startsAt()), a.place()),
                        RoundsPage.state(context, a),
                        a.endsAt().isBefore(context.now()) ? Tone.WARNING : Tone.PRIMARY,
                        "publicity/" + a.id()))
                .toList();
    }

    private static Widget held(Context context, List<ActivityView> sessions) {
        Times times = new Times(context);
        List<Widget.Table.Row> rows = sessions.stream()
                .map(a -> new Widget.Table.Row(
                        List.of(a.title(), times.full(a.startsAt()), a.place(), Integer.toString(a.heads())),
                        "publicity/" + a.id()))
                .toList();
        return new Widget.Table(
                context.text("publicity.held"),
                List.of(
                        context.text("publicity.title"),
                        context.text("round.time"),
                        context.text("hazard.place"),
                        context.text("month.heads")),
                rows,
                context.text("publicity.held.none"));
    }

    private static Page detail(Context context, ActivityView session) {
        List<Widget> widgets = new ArrayList<>();
        List<Widget.Facts.Fact> facts = new ArrayList<>(List.of(
                new Widget.Facts.Fact(context.text("round.time"), new Times(context).full(session.startsAt())),
                new Widget.Facts.Fact(context.text("hazard.place"), session.place()),
                new Widget.Facts.Fact(context.text("hazard.grid"), new Grids(context).name(session.unitId())),
                new Widget.Facts.Fact(
                        context.text("round.people"),
                        String.join(
                                "、",
                                session.people().stream()
                                        .map(ActivityView.Person::name)
                                        .toList())),
                new Widget.Facts.Fact(context.text("hazard.state"), RoundsPage.state(context, session))));
        if (session.status().equals("FINISHED")) {
            facts.add(new Widget.Facts.Fact(context.text("month.heads"), Integer.toString(session.heads())));
        }
        widgets.add(new Widget.Facts(facts));
        if (!session.data().text("journal").isBlank()) {
            widgets.add(new Widget.Heading(context.text("field.journal")));
            widgets.add(new Widget.Text(session.data().text("journal"), Tone.PLAIN));
        }
        if (!session.data().texts("photos").isEmpty()) {
            widgets.add(new Widget.Photos(
                    session.data().texts("photos"), context.text("publicity.photo", session.title())));
        }
        boolean begun = session.startsAt().isBefore(context.now());
        if (session.status().equals("PLANNED") && begun) {
            widgets.add(new Widget.Heading(context.text("publicity.finish")));
            widgets.add(new PublicityForm(context, true).finishForm(session, Data.EMPTY));
        }
        return new Page(session.title(), "", "publicity", widgets);
    }

    /** The session's page again, with the form as it was typed. */
    static Page again(Context context, ActivityView session, Widget form) {
        List<Widget> widgets = new ArrayList<>(detail(context, session).widgets());
        widgets.removeIf(Widget.Form.class::isInstance);
        widgets.add(form);
        return new Page(session.title(), "", "publicity", widgets);
    }
}
