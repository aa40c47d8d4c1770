package org.linli.plugin;

import java.util.List;
import org.linli.plugin.effect.Effect;
import org.linli.plugin.page.Page;
import org.pf4j.ExtensionPoint;

/**
 * Answers requests to one slot: a page, a REST path, a menu's page or a card of statistics, as the descriptor says. Who may
 * call is declared there and checked before. Budget 1 s of the processor (a card 0.3 s), 3 s by the
 * clock (0.8 s), 64 MB (32 MB); a place-holder is shown when it is exceeded.
 */
public interface Route extends ExtensionPoint {
    Response handle(Context context, Request request);

    /**
     * What is asked for.
     *
     * @param method {@code GET} or {@code POST}; a GET's effects are refused
     * @param path below the route's own path, without slashes at its ends; empty for the route itself
     * @param query parameters of the address, single texts
     * @param body the form or the JSON body; photos are ids of uploads (texts), as in {@link Response.Done}
     */
    record Request(String method, String path, Data query, Data body) {
        /** Whether it wants to change something. */
        public boolean isPost() {
            return "POST".equals(method);
        }
    }

    /** The answer. */
    sealed interface Response {
        /** A page, which the core renders; of a card, its title and numbers. */
        record Show(Page page) implements Response {}

        /** JSON for a REST call. */
        record Json(Data data) implements Response {}

        /**
         * A file to download, at most 5 MB.
         *
         * @param mediaType {@code text/csv} or {@code application/pdf}
         */
        record File(String name, String mediaType, byte[] content) implements Response {}

        /**
         * Something was done: the effects are applied, all or none, then the person is led on.
         *
         * @param message shown there, in the language of the context; may be empty
         * @param next path of a page of the brand; empty stays here
         * @param effects in order
         */
        record Done(String message, String next, List<Effect> effects) implements Response {
            public Done {
                effects = List.copyOf(effects);
            }
        }

        /**
         * Nothing was done. A page shows the problems at their fields, with what was typed; REST answers 400.
         *
         * @param page the form again, null for REST
         */
        record Refused(
                List<Problem> problems,
                @org.jspecify.annotations.Nullable Page page) implements Response {
            public Refused {
                problems = List.copyOf(problems);
            }
        }

        /** There is no such thing here: 404. */
        record NotFound() implements Response {}
    }
}
