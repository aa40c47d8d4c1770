package org.linli.portal.orders.web;

import java.util.Set;
import org.linli.portal.orders.Party;
import org.linli.portal.people.Role;

/** Whence people come to an order: the list to which its page leads back. */
public enum WayBack {
    MINE("orders", "mine"),
    TASKS("tasks", "tasks"),
    BOARD("dispatch", "board"),
    ESCALATED("escalated", "escalated"),
    HOME("home", "home");

    private final String page;
    private final String words;

    WayBack(String page, String words) {
        this.page = page;
        this.words = words;
    }

    /**
     * What people need comes before what they do, and that before what they look after.
     *
     * @param parties what they are to the order
     * @param held their roles, which open pages
     */
    static WayBack of(Set<Party> parties, Set<Role> held) {
        if (parties.contains(Party.PRINCIPAL)) {
            return MINE;
        }
        if (parties.contains(Party.ASSIGNEE) || parties.contains(Party.ADDRESSEE)) {
            return TASKS;
        }
        if (parties.contains(Party.DISPATCHER) && held.contains(Role.DISPATCHER)) {
            return BOARD;
        }
        if (parties.contains(Party.PLACER)) {
            return MINE;
        }
        if (parties.contains(Party.FORMER)) {
            return TASKS;
        }
        return held.contains(Role.SUPERVISOR) ? ESCALATED : HOME;
    }

    /** Path of the page below the context. */
    public String getPath() {
        return "/" + page + ".xhtml";
    }

    /** Key of the page's title. */
    public String getTitle() {
        return "orders.page." + words + ".title";
    }
}
