package org.linli.plugin.testkit;

import java.util.List;
import java.util.UUID;
import org.linli.plugin.Automation;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.Route;
import org.linli.plugin.effect.Effect;
import org.linli.plugin.page.Page;
import org.linli.plugin.page.Widget;

/** Handlers with the usual mistakes. */
final class Careless {
    private Careless() {}

    /** Makes a new key at each run. */
    public static class Doubling implements Automation {
        @Override
        public List<Effect> on(Context context, Trigger trigger) {
            return List.of(new Effect.PutRecord("note", UUID.randomUUID().toString(), Data.EMPTY, Effect.ANY));
        }
    }

    /** Does what the path says. */
    public static class CarelessPage implements Route {
        private Context kept;

        @Override
        public Response handle(Context context, Request request) {
            return switch (request.path()) {
                case "link" ->
                    new Response.Show(
                            Page.of("t", new Widget.Links(List.of(new Widget.Links.Link("l", "members-only", "")))));
                case "row" ->
                    new Response.Show(Page.of(
                            "t",
                            new Widget.Table(
                                    "c", List.of("a", "b"), List.of(new Widget.Table.Row(List.of("1"), "")), "none")));
                case "text" -> new Response.Show(Page.of(context.text("no.such.text")));
                case "effects" -> new Response.Done("", "", List.of(new Effect.RemoveRecord("note", "x")));
                case "undeclared" -> {
                    context.orders();
                    yield new Response.NotFound();
                }
                case "keep" -> {
                    kept = context;
                    yield new Response.Show(Page.of("t"));
                }
                case "use" -> new Response.Show(Page.of(kept.text("brand.name")));
                case "big" ->
                    new Response.Done(
                            "",
                            "",
                            List.of(new Effect.PutRecord(
                                    "note", "x", Data.of("text", "长".repeat(30_000)), Effect.ANY)));
                case "half" ->
                    new Response.Done(
                            "",
                            "",
                            List.of(
                                    new Effect.PutRecord("note", "kept", Data.EMPTY, Effect.ANY),
                                    new Effect.PutRecord("unknown", "x", Data.EMPTY, Effect.ANY)));
                default -> new Response.NotFound();
            };
        }
    }
}
