package org.linli.portal.people;

import java.util.List;

/** A feature above people that has entries of its own in the main menu; offered as a bean. */
public interface MenuSource {
    /** Entries for whoever is signed in. */
    List<Item> items();

    /**
     * An entry.
     *
     * @param label in the reader's language
     * @param href within the portal
     * @param icon of the core's set
     * @param current whether it is the page being shown
     */
    record Item(String label, String href, String icon, boolean current) {}
}
