package org.linli.portal.people.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;
import org.linli.portal.people.Inbox;
import org.linli.portal.people.MenuSource;
import org.linli.portal.people.Role;

/** Who looks at the page: what the frame of every page shows. */
@Named("viewer")
@RequestScoped
public class ViewerView {
    private final Caller caller;
    private final OrgTree tree;
    private final Instance<Inbox> inbox;
    private final Instance<MenuSource> sources;
    private final HttpServletRequest request;
    private @Nullable OrgUnitView community;
    private @Nullable List<MenuEntry> menu;

    @Inject
    public ViewerView(
            Caller caller,
            OrgTree tree,
            Instance<Inbox> inbox,
            Instance<MenuSource> sources,
            HttpServletRequest request) {
        this.caller = caller;
        this.tree = tree;
        this.inbox = inbox;
        this.sources = sources;
        this.request = request;
    }

    public boolean isSignedIn() {
        return caller.isSignedIn();
    }

    public String getName() {
        return isSignedIn() ? caller.identity().name() : "";
    }

    /** Name of the viewer's community; empty for visitors. */
    public String getCommunityName() {
        OrgUnitView unit = community();
        return unit == null ? "" : unit.name();
    }

    /** Telephone of the residents' centre; empty when unknown. */
    public String getCommunityPhone() {
        OrgUnitView unit = community();
        return unit == null || unit.phone() == null ? "" : unit.phone();
    }

    public int getUnreadNotices() {
        return isSignedIn() && inbox.isResolvable() ? inbox.get().unread(caller.personId()) : 0;
    }

    /** Entries of the main menu that the viewer's roles open, in their order. */
    public List<MenuEntry> getMenu() {
        if (menu == null) {
            String path =
                    request.getRequestURI().substring(request.getContextPath().length());
            menu = !isSignedIn() || caller.identity().mustChangePassword() ? List.of() : menu(path);
        }
        return menu;
    }

    /**
     * The same under headings when there are many.
     *
     * @param skip so many of the first entries stand elsewhere
     */
    public List<MenuSection> sections(int skip) {
        return MenuSection.of(getMenu(), skip);
    }

    private List<MenuEntry> menu(String path) {
        Set<Role> held =
                caller.identity().grants().stream().map(Identity.Held::role).collect(Collectors.toSet());
        List<MenuEntry> entries = new ArrayList<>();
        for (Places place : Places.values()) {
            if (place == Places.STATISTICS) { // after what everybody needs, before what staff look after
                sources.forEach(source -> source.items().forEach(item -> entries.add(new MenuEntry(item))));
            }
            if (place.opensTo(held)) {
                entries.add(place.entry(path));
            }
        }
        return List.copyOf(entries);
    }

    /** Whether the viewer holds the role with that name anywhere. */
    public boolean holds(String role) {
        return isSignedIn() && caller.holdsAnywhere(Role.valueOf(role));
    }

    private @Nullable OrgUnitView community() {
        if (community == null && isSignedIn()) {
            community = tree.find(caller.communityId()).orElse(null);
        }
        return community;
    }
}
