package org.linli.portal.people.web;

import org.linli.portal.people.MenuSource;

/** One entry of the main menu; its text is its label, or {@code platform.nav.<key>}. No record: EL 5 reads bean properties only. */
public final class MenuEntry {
    private final Places.Group group;
    private final String key;
    private final String label;
    private final String href;
    private final String icon;
    private final boolean current;

    MenuEntry(Places.Group group, String key, String href, String icon, boolean current) {
        this.group = group;
        this.key = key;
        this.label = "";
        this.href = href;
        this.icon = icon;
        this.current = current;
    }

    /** What another feature offers. */
    MenuEntry(MenuSource.Item item) {
        this.group = Places.Group.ACTIVITIES;
        this.key = "";
        this.label = item.label();
        this.href = item.href();
        this.icon = item.icon();
        this.current = item.current();
    }

    /** Under which heading it stands in a long menu. */
    Places.Group group() {
        return group;
    }

    /** Its words; empty for an entry of the portal's own. */
    public String getLabel() {
        return label;
    }

    public String getKey() {
        return key;
    }

    public String getHref() {
        return href;
    }

    public String getIcon() {
        return icon;
    }

    /** Whether it is the page being shown. */
    public boolean isCurrent() {
        return current;
    }
}
