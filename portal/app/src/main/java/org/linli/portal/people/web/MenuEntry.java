package org.linli.portal.people.web;

import org.linli.portal.people.MenuSource;

/** One entry of the main menu; its text is its label, or {@code platform.nav.<key>}. No record: EL 5 reads bean properties only. */
public final class MenuEntry {
    private final String key;
    private final String label;
    private final String href;
    private final String icon;
    private final boolean current;

    MenuEntry(String key, String href, String icon, boolean current) {
        this.key = key;
        this.label = "";
        this.href = href;
        this.icon = icon;
        this.current = current;
    }

    /** What another feature offers. */
    MenuEntry(MenuSource.Item item) {
        this.key = "";
        this.label = item.label();
        this.href = item.href();
        this.icon = item.icon();
        this.current = item.current();
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
