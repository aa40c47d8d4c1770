package org.linli.brands.firepatrol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.linli.plugin.Context;
import org.linli.plugin.page.Widget.Field.Choice;

/** Who is who in the patrol. */
final class Roles {
    static final String COORDINATOR = "coordinator";
    static final String MEMBER = "member";

    private Roles() {}

    /** Who acts; only calls of the portal itself have nobody. */
    static Context.Actor actor(Context context) {
        Context.Actor actor = context.actor();
        if (actor == null) {
            throw new IllegalStateException("nobody acts");
        }
        return actor;
    }

    static boolean coordinates(Context context) {
        Context.Actor actor = actor(context);
        return actor.is(COORDINATOR) || actor.is("core:community_admin");
    }

    /** The same, those who are on it first: on a phone the others are far down. */
    static List<Choice> people(Context context, List<String> first) {
        List<Choice> choices = new ArrayList<>(people(context));
        choices.sort(Comparator.comparing(choice -> !first.contains(choice.value())));
        return choices;
    }

    /** Members and coordinators, each once, as choices. */
    static List<Choice> people(Context context) {
        List<Choice> choices = new ArrayList<>();
        for (String role : List.of(MEMBER, COORDINATOR)) {
            context.members().holding(role).stream()
                    .map(m -> new Choice(m.personId(), m.name()))
                    .filter(choice -> !choices.contains(choice))
                    .forEach(choices::add);
        }
        return choices;
    }
}
