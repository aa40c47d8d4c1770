package org.linli.plugin.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.Route;
import org.linli.plugin.page.Page;

/** A person in front of the brand: opens pages, sends forms, calls REST, does steps. */
public final class KitPerson {
    private final KitCommunity community;
    private final String id;
    private final Set<String> coreRoles;
    private Locale locale = Locale.SIMPLIFIED_CHINESE;

    KitPerson(KitCommunity community, String id, Set<String> coreRoles) {
        this.community = community;
        this.id = id;
        this.coreRoles = Set.copyOf(coreRoles);
    }

    public String id() {
        return id;
    }

    /** The same person reading English. */
    public KitPerson english() {
        KitPerson other = new KitPerson(community, id, coreRoles);
        other.locale = Locale.ENGLISH;
        return other;
    }

    Locale locale() {
        return locale;
    }

    Set<String> coreRoles() {
        return coreRoles;
    }

    /** The person as handlers see them. */
    public Context.Actor actor() {
        return community.actorOf(this);
    }

    /**
     * Opens a page, which is checked: every text there, every link to a page that this person may open.
     *
     * @throws Refusal when they may not open it, or there is no such thing
     */
    public Page page(String path) {
        if (!(get("page", path) instanceof Route.Response.Show show)) {
            throw new Refusal("no page: " + path);
        }
        return show.page();
    }

    /** A card of numbers on the dashboard. */
    public Page card(String path) {
        if (!(get("card", path) instanceof Route.Response.Show show)) {
            throw new Refusal("no card: " + path);
        }
        return show.page();
    }

    /** A file that a page offers. */
    public Route.Response.File file(String path) {
        if (!(get("page", path) instanceof Route.Response.File file)) {
            throw new Refusal("no file: " + path);
        }
        return file;
    }

    /** The JSON of a REST path. */
    public Data rest(String path) {
        if (!(get("rest", path) instanceof Route.Response.Json json)) {
            throw new Refusal("no JSON: " + path);
        }
        return json.data();
    }

    private Route.Response get(String slot, String path) {
        Route.Response response = community.request(this, slot, "GET", path, Data.EMPTY);
        if (response instanceof Route.Response.NotFound) {
            throw new Refusal("404 " + path);
        }
        return response;
    }

    /**
     * Sends a form, or a REST body, and lets automations and point policies follow.
     *
     * @throws Refusal with the problems, when nothing was done
     */
    public Route.Response.Done post(String slot, String path, Data body) {
        Route.Response response = community.request(this, slot, "POST", path, body);
        if (response instanceof Route.Response.Refused refused) {
            throw new Refusal(path + ": " + refused.problems(), refused.problems());
        }
        if (!(response instanceof Route.Response.Done done)) {
            throw new Refusal("404 " + path);
        }
        return done;
    }

    /** Sends a form of a page. */
    public Route.Response.Done post(String path, Object... keysAndValues) {
        return post("page", path, Data.of(keysAndValues));
    }

    /**
     * Places an order of a type that people can order, with the fields that the order page asks for.
     *
     * @return its id
     * @throws Refusal when the type cannot be ordered or a field does not fit
     */
    public String order(String type, String unitId, Object... fieldsAndValues) {
        return community.order(this, type, unitId, Data.of(fieldsAndValues));
    }

    /** Does the step that waits, as the order's page would send it; a step that stays open answers its order unchanged. */
    public void step(String orderId, Object... keysAndValues) {
        community.completeStep(this, orderId, Data.of(keysAndValues));
    }

    /** Texts of the notices that this person got, oldest first. */
    public List<String> notices() {
        return community.noticesOf(id, locale);
    }

    /** Points earned so far, in hundredths. */
    public long points() {
        return community.pointsOf(id);
    }
}
