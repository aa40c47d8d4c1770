package org.linli.portal.people.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.linli.portal.people.Role;

/**
 * The pages of the main menu in their order, and who may open them: one table for the menu and for the door. What a page
 * shows and does is still decided by the desks.
 */
enum Places {
    HOME(Group.NONE, "home", "/home.xhtml", "home"),
    DISPATCH(Group.ORDERS, "dispatch", "/dispatch.xhtml", "board", Role.DISPATCHER),
    ESCALATED(Group.ORDERS, "escalated", "/escalated.xhtml", "alert", Role.SUPERVISOR),
    TASKS(Group.ORDERS, "tasks", "/tasks.xhtml", "hand-heart", Role.VOLUNTEER),
    COUNTER(Group.POINTS, "pickups", "/counter.xhtml", "bag", Role.SHOPKEEPER),
    PEOPLE(Group.VOLUNTEERS, "people", "/admin/people.xhtml", "users", Role.COMMUNITY_ADMIN, Role.OPERATOR),
    ORDER(
            Group.ORDERS,
            "order",
            "/order.xhtml",
            "plus",
            Role.RESIDENT,
            Role.GRID_WORKER,
            Role.BUTLER,
            Role.DISPATCHER,
            Role.COMMUNITY_ADMIN),
    ORDERS(Group.ORDERS, "orders", "/orders.xhtml", "clipboard"),
    ACTIVITIES(Group.ACTIVITIES, "activities", "/activities.xhtml", "calendar"),
    PLANNING(Group.ACTIVITIES, "planning", "/admin/activities.xhtml", "edit", Role.COMMUNITY_ADMIN, Role.DISPATCHER),
    SHOP(Group.POINTS, "shop", "/shop.xhtml", "shop"),
    WALLET(Group.POINTS, "points", "/wallet.xhtml", "points"),
    HOURS(Group.VOLUNTEERS, "hours", "/hours.xhtml", "clock", Role.VOLUNTEER),
    NOMINATIONS(Group.POINTS, "nominations", "/nominations.xhtml", "heart"),
    STATISTICS(Group.COMMUNITY, "reports", "/statistics.xhtml", "chart"),
    CATALOGUE(Group.ORDERS, "catalogue", "/admin/catalogue.xhtml", "list", Role.COMMUNITY_ADMIN),
    GOODS(Group.POINTS, "goods", "/admin/shop.xhtml", "gift", Role.COMMUNITY_ADMIN, Role.SHOPKEEPER),
    AWARDS(Group.POINTS, "awards", "/admin/points.xhtml", "star", Role.COMMUNITY_ADMIN, Role.AUDITOR),
    HELD(
            Group.POINTS,
            "held",
            "/admin/held-points.xhtml",
            "search",
            Role.COMMUNITY_ADMIN,
            Role.SUPERVISOR,
            Role.AUDITOR),
    TIME_RECORD(
            Group.VOLUNTEERS,
            "timeRecord",
            "/admin/hours.xhtml",
            "clock",
            Role.COMMUNITY_ADMIN,
            Role.DISPATCHER,
            Role.SUPERVISOR,
            Role.AUDITOR),
    STARS(Group.VOLUNTEERS, "stars", "/admin/stars.xhtml", "star", Role.SUPERVISOR, Role.OPERATOR),
    TREE(Group.COMMUNITY, "tree", "/admin/tree.xhtml", "tree", Role.COMMUNITY_ADMIN, Role.OPERATOR),
    TEAMS(Group.VOLUNTEERS, "teams", "/admin/teams.xhtml", "flag", Role.COMMUNITY_ADMIN, Role.OPERATOR),
    BRANDS(Group.ACTIVITIES, "brands", "/admin/brands.xhtml", "brand", Role.COMMUNITY_ADMIN),
    RELEASES(Group.ACTIVITIES, "releases", "/admin/brand-releases.xhtml", "box", Role.OPERATOR),
    JOURNAL(Group.COMMUNITY, "journal", "/admin/journal.xhtml", "lock", Role.COMMUNITY_ADMIN, Role.AUDITOR),
    AUDIT(Group.COMMUNITY, "audit", "/admin/audit.xhtml", "shield", Role.COMMUNITY_ADMIN, Role.AUDITOR, Role.OPERATOR);

    /** Headings of a long menu, in their order; the first entry stands above them. */
    enum Group {
        NONE,
        ORDERS,
        VOLUNTEERS,
        POINTS,
        ACTIVITIES,
        COMMUNITY
    }

    private final Group group;
    private final String key;
    private final String href;
    private final String icon;
    private final Set<Role> roles;

    Places(Group group, String key, String href, String icon, Role... roles) {
        this.group = group;
        this.key = key;
        this.href = href;
        this.icon = icon;
        this.roles = Set.of(roles);
    }

    /** The page at that path; empty for pages that are not in the menu. */
    static Optional<Places> at(String path) {
        return Arrays.stream(values()).filter(place -> place.href.equals(path)).findFirst();
    }

    /** Whether the door lets them in; what volunteers served stays open to them when they volunteer no more. */
    boolean letsIn(Set<Role> held) {
        return this == TASKS || this == HOURS || opensTo(held);
    }

    /** Whether it is in the menu of one of those roles; without any named it is open to everybody who is signed in. */
    boolean opensTo(Set<Role> held) {
        return roles.isEmpty() || held.stream().anyMatch(roles::contains);
    }

    MenuEntry entry(String currentPath) {
        return new MenuEntry(group, key, href, icon, href.equals(currentPath));
    }
}
