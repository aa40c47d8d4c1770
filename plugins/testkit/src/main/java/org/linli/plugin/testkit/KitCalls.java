package org.linli.plugin.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.Route;
import org.linli.plugin.page.Page;

/** The only way into the brand: with a context that ends with the call, and a look at the clock. */
final class KitCalls {
    /** The portal's budgets; a test machine has to be twice as slow before a good brand fails here. */
    private static final Map<String, Duration> BUDGETS = Map.of(
            "rank", Duration.ofMillis(200),
            "award", Duration.ofMillis(200),
            "validate", Duration.ofMillis(500),
            "step", Duration.ofSeconds(2),
            "route", Duration.ofSeconds(3));

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private final KitCommunity community;

    KitCalls(KitCommunity community) {
        this.community = community;
    }

    <T> T bounded(String point, @Nullable KitPerson person, Function<Context, T> call) {
        Context.@Nullable Actor actor = person == null ? null : person.actor();
        Locale locale = person == null ? Locale.SIMPLIFIED_CHINESE : person.locale();
        KitContext context = new KitContext(community, community.state(), actor, locale);
        long begun = System.nanoTime();
        try {
            return call.apply(context);
        } finally {
            context.end();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            Duration budget = BUDGETS.getOrDefault(point, LONGEST);
            if (took.compareTo(budget.multipliedBy(2)) > 0) {
                throw new AssertionError(point + " took " + took + " of " + budget);
            }
        }
    }

    Route.Response route(KitPerson person, String slot, String method, String path, Data body) {
        int question = path.indexOf('?');
        String plain = question < 0 ? path : path.substring(0, question);
        BrandDescriptor.Entry entry =
                community.descriptor().route(slot, plain).orElseThrow(() -> new Refusal("404 " + slot + " " + path));
        if (!mayOpen(person, entry)) {
            throw new Refusal("403 " + slot + " " + path);
        }
        String below = plain.length() > entry.path().length()
                ? plain.substring(entry.path().length() + 1)
                : "";
        Data query = question < 0 ? Data.EMPTY : query(path.substring(question + 1));
        Route.Request request = new Route.Request(method, below, query, body);
        Route route = community.kit().handler(entry.handler(), Route.class);
        Route.Response response = bounded("route", person, c -> route.handle(c, request));
        check(person, path, response);
        return response;
    }

    private void check(KitPerson person, String path, Route.Response response) {
        @Nullable Page page = null;
        if (response instanceof Route.Response.Show show) {
            page = show.page();
        } else if (response instanceof Route.Response.Refused refused) {
            page = refused.page();
            if (refused.problems().isEmpty()) {
                throw new AssertionError("refused without a problem: " + path);
            }
        }
        if (page != null) {
            List<String> problems = PageCheck.problems(community.descriptor(), page, e -> mayOpen(person, e));
            if (!problems.isEmpty()) {
                throw new AssertionError("page " + path + ": " + problems);
            }
        }
        if (response instanceof Route.Response.Done done
                && !done.next().isEmpty()
                && PageCheck.target(community.descriptor(), done.next()).isEmpty()) {
            throw new AssertionError(path + " leads on to nowhere: " + done.next());
        }
    }

    static boolean mayOpen(KitPerson person, BrandDescriptor.Entry entry) {
        Context.Actor actor = person.actor();
        return entry.by().stream().anyMatch(role -> role.equals("everyone") || actor.is(role))
                || actor.is("core:community_admin");
    }

    private static Data query(String text) {
        Data query = Data.EMPTY;
        for (String pair : text.split("&", -1)) {
            String[] sides = pair.split("=", 2);
            query = query.with(sides[0], sides.length > 1 ? sides[1] : "");
        }
        return query;
    }
}
