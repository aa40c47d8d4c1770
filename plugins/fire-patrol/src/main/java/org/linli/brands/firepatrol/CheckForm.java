package org.linli.brands.firepatrol;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.brands.firepatrol.PatrolRoute.Checkpoint;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;
import org.linli.plugin.Route.Response;
import org.linli.plugin.effect.Effect;
import org.linli.plugin.page.Page;
import org.linli.plugin.page.Widget;
import org.linli.plugin.page.Widget.Field.Kind;

/**
 * The checklist of one checkpoint. What fails becomes a hazard at once and not at the end of the round: a round may be broken off,
 * a danger may not wait. Sent twice it saves the same record, and the hazard is there already.
 */
final class CheckForm {
    private static final int MAX_NOTE = 300;
    private final Context context;
    private final Round round;
    private final Checkpoint place;
    private final List<Item> items;

    CheckForm(Context context, Round round, Checkpoint place) {
        this.context = context;
        this.round = round;
        this.place = place;
        this.items = place.items().stream().map(code -> Item.of(context, code)).toList();
    }

    Response show() {
        Check check = round.checks().get(place.id());
        return new Response.Show(page(check == null ? Data.EMPTY : check.results()));
    }

    private Page page(Data results) {
        List<Widget> widgets = new ArrayList<>();
        List<Widget.Cards.Card> known = Hazard.open(context).stream()
                .filter(h -> h.order()
                        .fields()
                        .text("checkKey")
                        .startsWith(round.route().key() + ":" + place.id() + ":"))
                .map(h -> new Widget.Cards.Card(
                        h.item(),
                        context.text(
                                "hazard.since",
                                new Times(context).full(h.order().placedAt())),
                        h.state(context),
                        h.tone(context.now()),
                        "hazards/" + h.order().id()))
                .toList();
        if (!known.isEmpty()) {
            widgets.add(new Widget.Heading(context.text("check.known")));
            widgets.add(new Widget.Cards(known, context.text("hazards.none")));
        }
        String value = results.keys().stream()
                .map(item -> item + "=" + results.text(item))
                .collect(Collectors.joining(","));
        widgets.add(new Widget.Form(
                context.text("check.submit"),
                false,
                Map.of(),
                List.of(new Fields(context).of("check", Kind.CHECKLIST, true, value, Item.choices(items)))));
        int number = round.route().checkpoints().indexOf(place) + 1;
        return new Page(
                number + ". " + place.place(),
                round.activity().title(),
                "round/" + round.activity().id(),
                widgets);
    }

    Response save(Data body) {
        Data results = Data.EMPTY;
        for (Item item : items) {
            String result = body.text("check." + item.code());
            if (List.of("ok", "bad", "na").contains(result)) {
                results = results.with(item.code(), result);
            }
        }
        List<Problem> problems = problems(results);
        return problems.isEmpty() ? done(seen(body, results)) : new Response.Refused(problems, page(results));
    }

    /** A form that is opened again shows neither notes nor photos: those of what is still bad are kept. */
    private Check seen(Data body, Data results) {
        Data notes = Data.EMPTY;
        Data photos = Data.EMPTY;
        for (Item item : items) {
            String key = "check." + item.code();
            Optional<Check> before = Optional.ofNullable(round.checks().get(place.id()))
                    .filter(check -> check.failed().contains(item.code()))
                    .filter(check -> results.text(item.code()).equals("bad"));
            String note = Fields.words(body, key + ".note", MAX_NOTE);
            if (note.isEmpty()) {
                note = before.map(check -> check.notes().text(item.code())).orElse("");
            }
            if (!note.isEmpty()) {
                notes = notes.with(item.code(), note);
            }
            Set<String> taken = new LinkedHashSet<>(
                    before.map(check -> check.photos().texts(item.code())).orElse(List.of()));
            taken.addAll(Fields.photos(body, key + ".photos"));
            if (!taken.isEmpty()) {
                photos = photos.with(item.code(), taken.stream().limit(9).toList());
            }
        }
        String me = Roles.actor(context).personId();
        return new Check(round.activity().id(), place.id(), results, notes, photos, me, context.now());
    }

    private List<Problem> problems(Data results) {
        if (!round.isOpen() || !round.isDue(context)) {
            return List.of(new Problem("", context.text(round.isOpen() ? "round.early" : "round.finished.text")));
        }
        List<String> open = items.stream()
                .filter(item -> !results.has(item.code()))
                .map(Item::label)
                .toList();
        return open.isEmpty()
                ? List.of()
                : List.of(new Problem("check", context.text("check.missing", String.join("、", open))));
    }

    private Response done(Check check) {
        List<Effect> effects = new ArrayList<>();
        effects.add(check.save());
        for (String code : check.failed()) {
            Hazard.Seen seen = new Hazard.Seen(
                    check.by(), check.notes().text(code), check.photos().texts(code));
            effects.add(Hazard.at(context, round.route(), place, Item.of(context, code), seen));
        }
        String next = round.nextAfter(place.id()).map(Checkpoint::id).orElse("");
        String message = check.failed().isEmpty()
                ? context.text("check.saved")
                : context.text(
                        "check.saved.failed", Integer.toString(check.failed().size()));
        String here = "round/" + round.activity().id();
        return new Response.Done(message, next.isEmpty() ? here : here + "/" + next, effects);
    }
}
