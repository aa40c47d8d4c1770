package org.linli.portal.orders.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.OrderQueries;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.orders.OrderSummary;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.platform.web.Preferences;

/** The big buttons of the home page: what the viewer's roles need most, first; at most six in 长辈版. */
@Named
@RequestScoped
public class HomeTiles {
    private static final int MOST_FOR_ELDERS = 6;

    private final OrderQueries queries;
    private final Caller caller;
    private final OrderWords words;
    private final Preferences preferences;
    private final HomeDuties duties;
    private @Nullable List<Tile> tiles;

    @Inject
    public HomeTiles(
            OrderQueries queries, Caller caller, OrderWords words, Preferences preferences, HomeDuties duties) {
        this.queries = queries;
        this.caller = caller;
        this.words = words;
        this.preferences = preferences;
        this.duties = duties;
    }

    /** A big button; a count of 0 is not shown. */
    public record Tile(String key, String href, String icon, String title, String note, int count, String tone) {}

    public List<Tile> getAll() {
        if (tiles == null) {
            List<Tile> all = read();
            tiles = preferences.isElder() && all.size() > MOST_FOR_ELDERS ? all.subList(0, MOST_FOR_ELDERS) : all;
        }
        return tiles;
    }

    private List<Tile> read() {
        List<Tile> all = new ArrayList<>();
        addWork(all);
        addOrdering(all);
        if (holdsAny(Role.COMMUNITY_ADMIN, Role.OPERATOR)) {
            all.add(counted("people", "/admin/people.xhtml", "users", duties.applications(), "plain"));
        }
        add(all, Role.COMMUNITY_ADMIN, tile("catalogue", "/admin/catalogue.xhtml", "list", "", 0, "plain"));
        if (holdsAny(Role.SUPERVISOR, Role.COMMUNITY_ADMIN, Role.AUDITOR, Role.OPERATOR)) {
            all.add(tile("statistics", "/statistics.xhtml", "chart", "", 0, "plain"));
        }
        add(all, Role.OPERATOR, tile("tree", "/admin/tree.xhtml", "tree", "", 0, "plain"));
        add(all, Role.AUDITOR, tile("awards", "/admin/points.xhtml", "star", "", 0, "plain"));
        if (holdsAny(Role.AUDITOR, Role.OPERATOR)) {
            all.add(tile("audit", "/admin/audit.xhtml", "shield", "", 0, "plain"));
        }
        if (holdsAny(Role.RESIDENT, Role.VOLUNTEER)) {
            all.add(tile("shop", "/shop.xhtml", "shop", "", 0, "warning"));
            all.add(tile("points", "/wallet.xhtml", "points", "", 0, "plain"));
        }
        return all;
    }

    private void addWork(List<Tile> all) {
        caller.workplace(Set.of(Role.DISPATCHER)).ifPresent(community -> all.add(board(community)));
        if (caller.holdsAnywhere(Role.SUPERVISOR)) {
            all.add(counted("escalated", "/escalated.xhtml", "alert", duties.escalated(), "warning"));
        }
        add(all, Role.SHOPKEEPER, tile("counter", "/counter.xhtml", "bag", "", 0, "primary"));
        if (caller.holdsAnywhere(Role.VOLUNTEER)) {
            int offers = queries.offers().size();
            int running = queries.assignments(true, Window.first()).items().size();
            all.add(tile(
                    "offers",
                    "/tasks.xhtml?show=offers",
                    "inbox",
                    offers == 0 ? "" : words.say("home.offers.note"),
                    offers,
                    "accent"));
            all.add(tile(
                    "tasks",
                    "/tasks.xhtml?show=mine",
                    "hand-heart",
                    running == 0 ? "" : words.say("home.tasks.note", running),
                    0,
                    "success"));
        }
    }

    private Tile board(long communityId) {
        Map<OrderStatus, Long> counts = queries.counts(communityId);
        int waiting =
                (int) (counts.getOrDefault(OrderStatus.PLACED, 0L) + counts.getOrDefault(OrderStatus.TRIAGED, 0L));
        String note = words.say("home.dispatch.note", waiting);
        return tile("dispatch", "/dispatch.xhtml", "board", note, waiting, "primary");
    }

    private void addOrdering(List<Tile> all) {
        boolean helper = holdsAny(Role.GRID_WORKER, Role.BUTLER, Role.DISPATCHER, Role.COMMUNITY_ADMIN);
        if (helper || caller.holdsAnywhere(Role.RESIDENT)) {
            String tone = all.isEmpty() ? "primary" : "plain";
            all.add(tile(helper ? "orderFor" : "order", "/order.xhtml", "plus", words.say("home.order.note"), 0, tone));
        }
        int open = queries.mine(OrderStatus.OPEN, Window.first()).items().size();
        all.add(tile(
                "orders",
                "/orders.xhtml",
                "clipboard",
                open == 0 ? "" : words.say("home.orders.note", open),
                open,
                "accent"));
        if (caller.holdsAnywhere(Role.RESIDENT)) {
            queries.latestToRepeat().ifPresent(last -> all.add(again(last)));
        }
    }

    private Tile again(OrderSummary last) {
        String note = words.say("home.again.note", words.item(last.item()));
        return tile("again", "/order.xhtml?again=" + last.id(), "refresh", note, 0, "success");
    }

    /** With what waits behind it, in its note too; neither when nothing does. */
    private Tile counted(String key, String href, String icon, int count, String tone) {
        String note = count == 0 ? "" : words.say("home." + key + ".note", count);
        return tile(key, href, icon, note, count, tone);
    }

    private Tile tile(String key, String href, String icon, String note, int count, String tone) {
        return new Tile(key, href, icon, words.say("home." + key), note, count, tone);
    }

    private void add(List<Tile> all, Role role, Tile tile) {
        if (caller.holdsAnywhere(role)) {
            all.add(tile);
        }
    }

    private boolean holdsAny(Role... roles) {
        return Arrays.stream(roles).anyMatch(caller::holdsAnywhere);
    }
}
