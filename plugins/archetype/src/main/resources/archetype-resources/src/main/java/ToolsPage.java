package ${package};

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;
import org.linli.plugin.Route;
import org.linli.plugin.page.Page;
import org.linli.plugin.page.Widget;
import org.linli.plugin.page.Widget.Field.Kind;
import org.linli.plugin.page.Widget.Tone;
import org.pf4j.Extension;

/** What there is to borrow, for everyone; keepers register more. */
@Extension
public class ToolsPage implements Route {
    private static final String KEEPER = "keeper";

    @Override
    public Response handle(Context context, Request request) {
        if (!request.path().isEmpty()) {
            return new Response.NotFound();
        }
        if (!request.isPost()) {
            return new Response.Show(page(context, Data.of("key", UUID.randomUUID().toString())));
        }
        Data typed = request.body();
        List<Problem> problems = problems(context, typed);
        if (!problems.isEmpty()) {
            return new Response.Refused(problems, page(context, typed));
        }
        Tool tool = new Tool(typed.text("key"), typed.text("name").strip(), typed.text("place"));
        return new Response.Done(context.text("tools.saved", tool.name()), "tools", List.of(tool.put()));
    }

    /** The declared roles decide who opens the page; who may do what on it is the brand's to check. */
    private static boolean isKeeper(Context context) {
        Context.Actor actor = context.actor();
        return actor != null && actor.is(KEEPER);
    }

    private static List<Problem> problems(Context context, Data typed) {
        List<Problem> problems = new ArrayList<>();
        if (!isKeeper(context) || !typed.text("key").matches("[0-9a-f-]{36}")) {
            problems.add(new Problem("", context.text("problem.keeper")));
        }
        String name = typed.text("name").strip();
        if (name.isEmpty() || name.length() > Tool.MAX_NAME) {
            problems.add(new Problem("name", context.text("problem.name")));
        }
        if (places(context).stream().noneMatch(unit -> unit.id().equals(typed.text("place")))) {
            problems.add(new Problem("place", context.text("problem.place")));
        }
        return problems;
    }

    private static List<Context.Unit> places(Context context) {
        return context.units().stream()
                .filter(unit -> unit.level().equals("GRID"))
                .toList();
    }

    private static Page page(Context context, Data typed) {
        List<Widget> widgets = new ArrayList<>();
        String rules = context.settings().text("rules");
        if (!rules.isBlank()) {
            widgets.add(new Widget.Text(rules, Tone.PRIMARY));
        }
        List<Widget.Cards.Card> cards = Tool.all(context).stream()
                .map(tool -> new Widget.Cards.Card(tool.name(), placeName(context, tool.place()), "", Tone.PLAIN, ""))
                .toList();
        widgets.add(new Widget.Cards(cards, context.text("tools.none")));
        if (isKeeper(context)) {
            int open = context.orders().list("loan", true, 0, 100).size();
            widgets.add(new Widget.Text(context.text("tools.lent", open), Tone.PLAIN));
            widgets.add(new Widget.Heading(context.text("tools.add")));
            widgets.add(form(context, typed));
        }
        String subtitle = context.text("tools.subtitle", context.settings().text("days"));
        return new Page(context.text("page.tools"), subtitle, "", widgets);
    }

    private static Widget form(Context context, Data typed) {
        return new Widget.Form(
                context.text("tools.save"),
                false,
                Map.of("key", typed.text("key")),
                List.of(
                        Widget.Field.of("name", context.text("tools.name"), Kind.TEXT, true, typed.text("name")),
                        new Widget.Field(
                                "place",
                                context.text("tools.place"),
                                "",
                                Kind.CHOICE,
                                true,
                                typed.text("place"),
                                places(context).stream()
                                        .map(unit -> new Widget.Field.Choice(unit.id(), unit.name()))
                                        .toList())));
    }

    private static String placeName(Context context, String id) {
        return context.units().stream()
                .filter(unit -> unit.id().equals(id))
                .map(Context.Unit::name)
                .findFirst()
                .orElse("");
    }
}
