package org.linli.portal.people.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Entries of the main menu under one heading. No record: EL 5 reads bean properties only. */
public final class MenuSection {
    /** A menu of so many entries needs no headings. */
    private static final int SHORT = 10;

    private final String key;
    private final List<MenuEntry> entries;

    private MenuSection(Places.Group group, List<MenuEntry> entries) {
        this.key = group == Places.Group.NONE ? "" : group.name().toLowerCase(Locale.ROOT);
        this.entries = entries;
    }

    /**
     * A menu under its headings.
     *
     * @param skip so many of its first entries stand elsewhere
     */
    static List<MenuSection> of(List<MenuEntry> menu, int skip) {
        List<MenuEntry> shown = menu.stream().skip(skip).toList();
        if (menu.size() <= SHORT) {
            return List.of(new MenuSection(Places.Group.NONE, shown));
        }
        return Arrays.stream(Places.Group.values())
                .map(group -> new MenuSection(
                        group,
                        shown.stream().filter(entry -> entry.group() == group).toList()))
                .filter(section -> !section.entries.isEmpty())
                .toList();
    }

    /** Its heading is {@code platform.nav.group.<key>}; empty without a heading. */
    public String getKey() {
        return key;
    }

    public List<MenuEntry> getEntries() {
        return entries;
    }
}
