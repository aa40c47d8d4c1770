package org.linli.portal.people.web;

/** One entry of the main menu; its text is {@code platform.nav.<key>}. No record: EL 5 reads bean properties only. */
public final class MenuEntry {
    private final String key;
    private final String href;
    private final String icon;
    private final boolean current;

    MenuEntry(String key, String href, String icon, boolean current) {
        this.key = key;
        this.href = href;
        this.icon = icon;
        this.current = current;
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
